# certamen_embed_text(<header> <namespace> <name> <file>): a header with the file's text as `inline constexpr char name[]`,
# made at configure time, so that programs need no files beside them.
function(certamen_embed_text header namespace name file)
  file(READ ${file} text)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(CONFIGURE OUTPUT ${header} CONTENT
"#pragma once

namespace ${namespace} {
inline constexpr char ${name}[] = R\"certamen(${text})certamen\";
}  // namespace ${namespace}
" @ONLY)
endfunction()
