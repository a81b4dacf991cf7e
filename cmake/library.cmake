# certamen_library(<folder-name> SOURCES ... [PUBLIC ...] [PRIVATE ...])
# One folder, one target `certamen_<name>`; the dependency line is the folder's arrow in ARCHITECTURE.md.
# Headers are included from the root of the tree: #include "server/room/room.hpp".
function(certamen_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(certamen_${name} STATIC ${arg_SOURCES})
  target_include_directories(certamen_${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(certamen_${name} PUBLIC ${arg_PUBLIC} PRIVATE certamen_warnings ${arg_PRIVATE})
endfunction()

# certamen_program(<executable> SOURCES ... LIBRARIES ...)
function(certamen_program name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE CERTAMEN_VERSION="${PROJECT_VERSION}")
  target_link_libraries(${name} PRIVATE certamen_warnings ${arg_LIBRARIES})
endfunction()
