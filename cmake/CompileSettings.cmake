# SPDX-License-Identifier: GPL-3.0-or-later
# One target carries every compile setting; each room links it.
add_library(chatops_settings INTERFACE)
add_library(ChatOps::settings ALIAS chatops_settings)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

target_include_directories(chatops_settings INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(chatops_settings INTERFACE
  CHATOPS_VERSION="${PROJECT_VERSION}"
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_CAST_FROM_BYTEARRAY QT_NO_KEYWORDS QT_NO_FOREACH
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 QT_MESSAGELOGCONTEXT
  # What later versions advise against has no other form in the oldest one supported.
  QT_WARN_DEPRECATED_UP_TO=0x060400)

if(MSVC)
  target_compile_options(chatops_settings INTERFACE /W4 /WX /permissive- /utf-8 /Zc:__cplusplus)
else()
  target_compile_options(chatops_settings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    -Wold-style-cast -Wcast-qual -Wnull-dereference -Wimplicit-fallthrough -Werror)
  # g++ 12 reports false positives of these in Qt's and libstdc++'s inlined code.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(chatops_settings INTERFACE -Wno-null-dereference -Wno-restrict
      -Wno-maybe-uninitialized -Wno-stringop-overflow)
  elseif(NOT APPLE)
    # libstdc++ 12's stable_sort uses what C++23 advises against.
    target_compile_options(chatops_settings INTERFACE -Wno-deprecated-declarations)
  endif()
endif()

if(CHATOPS_SANITIZE)
  target_compile_options(chatops_settings INTERFACE -fsanitize=${CHATOPS_SANITIZE}
    -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(chatops_settings INTERFACE -fsanitize=${CHATOPS_SANITIZE})
endif()

find_program(CHATOPS_CCACHE ccache)
if(CHATOPS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CHATOPS_CCACHE}")
endif()
find_program(CHATOPS_MOLD mold)
if(CHATOPS_MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE AND NOT CHATOPS_SANITIZE)
  add_link_options(-fuse-ld=mold)
endif()

# Makes a room: a static library that may see only what it links.
function(chatops_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(chatops_${name} STATIC ${ROOM_SOURCES})
  add_library(ChatOps::${name} ALIAS chatops_${name})
  target_link_libraries(chatops_${name} PUBLIC ChatOps::settings ${ROOM_LINKS}
                                        PRIVATE ${ROOM_PRIVATE_LINKS})
  chatops_precompile(chatops_${name})
endfunction()
