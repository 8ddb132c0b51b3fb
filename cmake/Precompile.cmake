# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers: the standard library and Qt Core for every room, so that
# one changed source costs only itself.
function(chatops_precompile target)
  target_precompile_headers(${target} PRIVATE "${PROJECT_SOURCE_DIR}/cmake/precompiled.h")
endfunction()
