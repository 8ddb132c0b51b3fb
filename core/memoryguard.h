// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ChatOps {

/// Keeps what is in this process's memory (keys, tokens, texts) out of files and out of
/// the reach of other programs of the same person: no core dumps and, on Linux, no
/// tracing (prctl(2), PR_SET_DUMPABLE). Called first by main(). A build with sanitizers
/// stays traceable, because they need it.
void denyMemoryDumps();

/// Gives pages that hold nothing any more back to the system: malloc_trim(3) of glibc; other systems do
/// so by themselves. Any thread; the others wait for memory meanwhile, a millisecond or two.
void giveBackFreedMemory();

/// Whether what the calling thread frees is wiped, in the program (app/wipingheap.cpp).
/// It is, unless a thread that has no more to do with keys and tokens says otherwise,
/// because it costs a seventh of the speed of taking in messages.
void setFreedMemoryWiped(bool wiped);
[[nodiscard]] bool isFreedMemoryWiped();

/// While it lives, what the calling thread frees is wiped; when the outermost one ends
/// it no longer is.
class KeyWork {
public:
    KeyWork()
        : m_outermost(!s_under)
    {
        s_under = true;
        setFreedMemoryWiped(true);
    }
    ~KeyWork()
    {
        if (!m_outermost)
            return;
        s_under = false;
        setFreedMemoryWiped(false);
    }
    KeyWork(const KeyWork &) = delete;
    KeyWork &operator=(const KeyWork &) = delete;

private:
    static inline thread_local bool s_under = false;
    bool m_outermost;
};

} // namespace ChatOps
