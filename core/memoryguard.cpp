// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memoryguard.h"

#include <QtGlobal>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace ChatOps {
namespace {

thread_local constinit bool wipes = true;

} // namespace

void setFreedMemoryWiped(bool wiped)
{
    wipes = wiped;
}

bool isFreedMemoryWiped()
{
    return wipes;
}

void giveBackFreedMemory()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    malloc_trim(0);
#endif
}

void denyMemoryDumps()
{
#ifdef Q_OS_WIN
    // Windows Error Reporting would write a dump of a crashed process.
    SetErrorMode(SetErrorMode(0) | SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
    const rlimit none{0, 0};
    (void)setrlimit(RLIMIT_CORE, &none);
#endif
#if defined(Q_OS_LINUX) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    (void)prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace ChatOps
