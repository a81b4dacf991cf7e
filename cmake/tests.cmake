# certamen_test(<name> SOURCES ... LIBRARIES ... [TIMEOUT seconds] [LABELS ...])
# One Catch2 executable; each TEST_CASE becomes a ctest test named "<name>:<case>".
function(certamen_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBRARIES;LABELS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  add_executable(test_${name} ${arg_SOURCES})
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(test_${name} PRIVATE
    CERTAMEN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CERTAMEN_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_link_libraries(test_${name} PRIVATE certamen_test_main certamen_warnings ${arg_LIBRARIES})
  catch_discover_tests(test_${name}
    TEST_PREFIX "${name}:"
    DISCOVERY_MODE PRE_TEST
    PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}")
endfunction()
