# The build must refuse every SQLite but SQLCipher 4.6 or later: plain SQLite takes a key and writes clear text without
# a word. A small project includes our dependency file with a made-up `sqlcipher.pc`; the real one shows that the test
# itself works.
function(configure case pc result)
    set(folder "${WORK}/${case}")
    file(REMOVE_RECURSE "${folder}")
    file(MAKE_DIRECTORY "${folder}/pc")
    if(pc)
        file(WRITE "${folder}/pc/sqlcipher.pc" "Name: sqlcipher\nDescription: made up\n${pc}")
    endif()
    file(WRITE "${folder}/CMakeLists.txt" "cmake_minimum_required(VERSION 3.25)\nproject(refused CXX)\n"
        "include(\"${SOURCE}/resources/cmake/Dependencies.cmake\")\n")
    execute_process(COMMAND "${CMAKE_COMMAND}" -E env "PKG_CONFIG_PATH=${folder}/pc"
            "${CMAKE_COMMAND}" -S "${folder}" -B "${folder}/build"
        RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
    set(${result} "${code}" PARENT_SCOPE)
    set(said "${said}" PARENT_SCOPE)
endfunction()

configure(real "" code)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "The installed SQLCipher was refused:\n${said}")
endif()

# bookworm's own package has the same name and is SQLite 3.15.
configure(old "Version: 3.15.2\nLibs: -lsqlcipher\nCflags: -I${INCLUDE}\n" code)
if(code EQUAL 0 OR NOT said MATCHES "3\\.46")
    message(FATAL_ERROR "SQLCipher 3.4.1 (SQLite 3.15.2) was not refused for its version:\n${said}")
endif()

# Plain SQLite under SQLCipher's name: the version passes, so the codec has to be what stops it. The header is one that
# does not declare the codec, as that of plain SQLite does not.
file(WRITE "${WORK}/plain-include/sqlite3.h" "#pragma once\nstruct sqlite3;\nextern \"C\" int sqlite3_libversion_number();\n")
configure(plain "Version: 3.46.1\nLibs: -lsqlite3\nCflags: -I${WORK}/plain-include\n" code)
if(code EQUAL 0 OR NOT said MATCHES "no codec")
    message(FATAL_ERROR "Plain SQLite was not refused for its missing codec:\n${said}")
endif()

# SQLCipher's header with plain SQLite's library: it compiles, so the link has to be what stops it.
configure(mixed "Version: 3.46.1\nLibs: -lz\nCflags: -I${INCLUDE}\n" code)
if(code EQUAL 0 OR NOT said MATCHES "no codec")
    message(FATAL_ERROR "A library without the codec was not refused:\n${said}")
endif()
