# Uses ccache when it is installed; a build without it is only slower.
find_program(CERTAMEN_CCACHE ccache)
if(CERTAMEN_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CERTAMEN_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CERTAMEN_CCACHE})
endif()
