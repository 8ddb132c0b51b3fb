// SPDX-License-Identifier: GPL-3.0-or-later
//
// Memory that is freed is wiped, in the whole program and in the libraries it uses.
// Keys and tokens pass through Qt, QtKeychain, D-Bus and TLS, which copy them and free
// the copies as they are; nothing else reaches those. Large blocks go back to the
// system, which gives them out zeroed.
//
// For glibc, whose allocator stays in use below. Elsewhere only what this program's own
// code holds is wiped (store/driver/secret.h). The sanitizers have allocators of their own.
#include "core/memoryguard.h"

#include <QtGlobal>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include <malloc.h>

extern "C" {

void __libc_free(void *block);
void *__libc_realloc(void *block, std::size_t size);

namespace {

/// From here on glibc maps and unmaps each block by itself, once it is told not to learn
/// a larger threshold.
constexpr std::size_t large = 128 * 1024;
const int fixed = mallopt(M_MMAP_THRESHOLD, int(large));
/// A dozen threads that do little would each keep a heap with room of its own, 0.6 MB in all.
const int heaps = mallopt(M_ARENA_MAX, 2);

} // namespace

__attribute__((visibility("default"))) void free(void *block) noexcept
{
    if (!block || !ChatOps::isFreedMemoryWiped()) {
        __libc_free(block);
        return;
    }
    const int before = errno;
    const std::size_t size = malloc_usable_size(block);
    if (size < large)
        explicit_bzero(block, size);
    __libc_free(block);
    errno = before;
}

__attribute__((visibility("default"))) void *realloc(void *block, std::size_t size) noexcept
{
    const std::size_t before = block ? malloc_usable_size(block) : 0;
    // The old block would be freed below `free`.
    if (!block || before >= large || !ChatOps::isFreedMemoryWiped())
        return __libc_realloc(block, size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    if (size <= before && size * 2 >= before)
        return block;
    void *moved = std::malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, block, size < before ? size : before);
    free(block);
    return moved;
}
}

#endif
