# CERTAMEN_SANITIZE is a list for -fsanitize ("address,undefined" or "thread"); empty for none.
set(CERTAMEN_SANITIZE "" CACHE STRING "Value for -fsanitize")
option(CERTAMEN_FUZZ "Build libFuzzer executables (clang)" OFF)

if(CERTAMEN_SANITIZE)
  add_compile_options(-fsanitize=${CERTAMEN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all -O1)
  add_link_options(-fsanitize=${CERTAMEN_SANITIZE})
  if(CERTAMEN_SANITIZE MATCHES "thread")
    # GCC's thread sanitizer cannot follow the fences Asio would use, and -Werror rejects them.
    add_compile_definitions(BOOST_ASIO_DISABLE_FENCED_BLOCK)
  endif()
endif()
if(CERTAMEN_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
