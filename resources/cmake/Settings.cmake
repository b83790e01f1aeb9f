# Where code is optimised. A function whose cold half is empty leaves unwind data of no length where that of another
# function begins; lld keeps one of the two, and an exception that passes there ends the program. Not in every build: what
# reads the compile commands of a build for a debugger (clang-tidy, clangd) does not know the option.
set(HOLDFAST_OPTIMISED $<$<CXX_COMPILER_ID:GNU>:-fno-reorder-blocks-and-partition>)

# What every target of ours is built with; linked PUBLIC by holdfast_base, so all the others inherit it.
add_library(holdfast_settings INTERFACE)
target_include_directories(holdfast_settings INTERFACE "${PROJECT_SOURCE_DIR}/src")
target_compile_definitions(holdfast_settings INTERFACE HOLDFAST_VERSION="${PROJECT_VERSION}")
target_compile_options(holdfast_settings INTERFACE
    -Wall -Wextra -Wpedantic
    # In a unity build a local name does not shadow that of another file.
    $<IF:$<AND:$<BOOL:${HOLDFAST_UNITY}>,$<CXX_COMPILER_ID:GNU>>,-Wshadow=local,-Wshadow>
    -Wconversion -Wsign-conversion -Wold-style-cast -Wcast-qual
    -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion -Wformat=2
    $<$<NOT:$<CONFIG:Debug>>:${HOLDFAST_OPTIMISED}>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>  # GCC 12 is wrong about "literal" + std::string (its bug 105651)
    $<$<BOOL:${HOLDFAST_WARNINGS_AS_ERRORS}>:-Werror>)
if(HOLDFAST_COVERAGE)
    target_compile_options(holdfast_settings INTERFACE --coverage)
    target_link_options(holdfast_settings INTERFACE --coverage)
endif()

# What the proofs run a hundred million times is optimised in every build but the one for a debugger.
set(HOLDFAST_CORE_OPTIONS)
if(HOLDFAST_OPTIMISE_CORE)
    set(HOLDFAST_CORE_OPTIONS $<$<CONFIG:Debug>:-O2> $<$<CONFIG:Debug>:${HOLDFAST_OPTIMISED}>)
endif()

# Sanitizers look at the code of the folders that call this. Which those are makes the difference between a run that fits
# in CI (src and ui) and one of twice as long (the tests as well).
macro(holdfast_sanitize)
    if(HOLDFAST_SANITIZE)
        add_compile_options("-fsanitize=${HOLDFAST_SANITIZE}" -fno-omit-frame-pointer
            # GCC 12 takes what ASan adds for a use of what was not set (its bug 105562).
            $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
        if(HOLDFAST_SANITIZE_LESS)
            add_compile_options("-fno-sanitize=${HOLDFAST_SANITIZE_LESS}")
        endif()
    endif()
endmacro()
if(HOLDFAST_SANITIZE)
    add_link_options("-fsanitize=${HOLDFAST_SANITIZE}")
endif()

# The linker of LLVM, where it is installed, links the thirty test programs in a fraction of the time.
find_program(HOLDFAST_LLD ld.lld)
if(HOLDFAST_LLD)
    add_link_options(-fuse-ld=lld)
endif()

# ccache makes a rebuild after a small edit, and a second checkout, a matter of seconds.
find_program(HOLDFAST_CCACHE ccache)
if(HOLDFAST_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=true
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${HOLDFAST_CCACHE}")
    # A precompiled header is only cacheable when its text is kept in the preprocessed source.
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
