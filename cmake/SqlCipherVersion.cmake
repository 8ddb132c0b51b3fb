# SPDX-License-Identifier: GPL-3.0-or-later
# Refuses SQLCipher before 4.5: the version is asked of the library itself,
# because its pkg-config file carries SQLite's number.
if(NOT CHATOPS_SQLCIPHER_CHECKED)
  get_target_property(_include PkgConfig::SQLCIPHER INTERFACE_INCLUDE_DIRECTORIES)
  get_target_property(_libs PkgConfig::SQLCIPHER INTERFACE_LINK_LIBRARIES)
  try_run(_ran _compiled "${PROJECT_BINARY_DIR}/sqlcipher-version"
    "${CMAKE_CURRENT_LIST_DIR}/sqlcipherversion.c"
    CMAKE_FLAGS "-DINCLUDE_DIRECTORIES=${_include}"
    COMPILE_DEFINITIONS -DSQLITE_HAS_CODEC=1
    LINK_LIBRARIES ${_libs}
    RUN_OUTPUT_VARIABLE _version)
  if(NOT _compiled)
    message(FATAL_ERROR "SQLCipher was found but a program cannot be linked with it.")
  endif()
  if(NOT _ran EQUAL 0)
    message(FATAL_ERROR "The library found as SQLCipher does not encrypt: ${_version}")
  endif()
  string(REGEX MATCH "^[0-9.]+" _number "${_version}")
  if(_number VERSION_LESS 4.5)
    message(FATAL_ERROR "SQLCipher 4.5 or newer is needed, found ${_version}. "
      "On Debian 12 ./dev adds bookworm-backports, which has 4.6.1.")
  endif()
  message(STATUS "SQLCipher ${_version}")
  set(CHATOPS_SQLCIPHER_CHECKED "${_number}" CACHE INTERNAL "SQLCipher version found")
endif()
