# Every library we build on; docs/dependencies.md says why each was chosen. All come from Debian.
find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Concurrent DBus PrintSupport Pdf)
find_package(PkgConfig REQUIRED)
find_package(spdlog 1.10 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(PostgreSQL REQUIRED)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter>=1.1.4)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf>=11.0)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium>=1.0.18)

# The .pc version is SQLite's own; bookworm's SQLCipher 3.4.1 (SQLite 3.15) has the same name and must not pass.
pkg_check_modules(SQLCIPHER REQUIRED IMPORTED_TARGET sqlcipher>=3.46)
include(CheckCXXSourceCompiles)
set(CMAKE_REQUIRED_DEFINITIONS -DSQLITE_HAS_CODEC)
set(CMAKE_REQUIRED_INCLUDES ${SQLCIPHER_INCLUDE_DIRS})
set(CMAKE_REQUIRED_LIBRARIES ${SQLCIPHER_LINK_LIBRARIES})
check_cxx_source_compiles("
    #include <sqlite3.h>
    int main() { return sqlite3_key_v2(nullptr, nullptr, nullptr, 0); }" HOLDFAST_SQLITE_HAS_CODEC)
unset(CMAKE_REQUIRED_DEFINITIONS)
unset(CMAKE_REQUIRED_INCLUDES)
unset(CMAKE_REQUIRED_LIBRARIES)
if(NOT HOLDFAST_SQLITE_HAS_CODEC)
    message(FATAL_ERROR "The SQLite found has no codec (sqlite3_key_v2). Holdfast needs SQLCipher 4.6: run ./dev deps")
endif()

# libzxcvbn has neither a CMake package nor a .pc file.
find_path(HOLDFAST_ZXCVBN_INCLUDE zxcvbn.h REQUIRED)
find_library(HOLDFAST_ZXCVBN_LIBRARY zxcvbn REQUIRED)
add_library(Holdfast::Zxcvbn UNKNOWN IMPORTED)
set_target_properties(Holdfast::Zxcvbn PROPERTIES
    IMPORTED_LOCATION "${HOLDFAST_ZXCVBN_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES "${HOLDFAST_ZXCVBN_INCLUDE}")
