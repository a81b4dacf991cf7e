# One interface target carries the warnings; every target of ours links it, no outside header sees it.
add_library(certamen_warnings INTERFACE)
target_compile_options(certamen_warnings INTERFACE
  -Wall -Wextra -Wpedantic   # the common ground
  -Werror                    # a warning nobody must read is a warning nobody reads
  -Wshadow                   # a name means one thing in a scope
  -Wconversion               # a value that may not fit is converted on purpose or not at all
  -Wsign-conversion          # lengths from the wire meet signed arithmetic: the classic overflow
  -Wold-style-cast           # casts say which kind they are and can be searched for
  -Wnon-virtual-dtor         # deleting through a base must be sound
  -Woverloaded-virtual       # an override that is none is a bug
  -Wswitch                   # enum switches have no default: a new case must be answered everywhere
  -Wimplicit-fallthrough     # falling through is written down
  -Wformat=2                 # format strings are literals
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond>         # the second branch can never run
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>              # `a && a`
  $<$<CXX_COMPILER_ID:GNU>:-Wno-error=maybe-uninitialized>  # GCC 12 -O2 reports it falsely on std::optional
  $<$<CXX_COMPILER_ID:GNU>:-Wno-error=stringop-overflow>    # GCC 12 -O2, false on vector growth
  $<$<CXX_COMPILER_ID:GNU>:-Wno-error=array-bounds>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-error=restrict>             # GCC 12 -O2, false on std::string concatenation
  $<$<CXX_COMPILER_ID:GNU>:-Wno-error=free-nonheap-object>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-error=dangling-pointer>
)
