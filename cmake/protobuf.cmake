# certamen_protobuf(<target> <root folder> <file.proto> ...): generated code in a library of its own, without our warnings.
function(certamen_protobuf target root)
  set(sources)
  foreach(file IN LISTS ARGN)
    string(REPLACE ".proto" ".pb" stem ${file})
    set(output ${CMAKE_CURRENT_BINARY_DIR}/generated/${stem})
    add_custom_command(
      OUTPUT ${output}.cc ${output}.h
      COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/generated
      COMMAND protobuf::protoc --proto_path=${root} --proto_path=${CMAKE_SOURCE_DIR}/proto --cpp_out=${CMAKE_CURRENT_BINARY_DIR}/generated ${root}/${file}
      DEPENDS ${root}/${file}
      COMMENT "protoc ${file}")
    list(APPEND sources ${output}.cc)
  endforeach()
  add_library(${target} STATIC ${sources})
  target_include_directories(${target} SYSTEM PUBLIC ${CMAKE_CURRENT_BINARY_DIR}/generated)
  target_link_libraries(${target} PUBLIC protobuf::libprotobuf)
endfunction()
