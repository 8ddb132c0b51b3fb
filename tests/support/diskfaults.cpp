// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/diskfaults.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <mutex>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace ChatOps::Testing::DiskFaults {
namespace {

struct State {
    Fault fault = Fault::None;
    std::string path;
    int left = 0;
};

// No destructors: these are used until the very end of the process.
std::atomic<bool> armed = false;
std::atomic<int> refusals = 0;

std::mutex &mutex()
{
    static auto *one = new std::mutex;
    return *one;
}
State &state()
{
    static auto *one = new State;
    return *one;
}

bool matches(const std::string &file, const std::string &pattern)
{
    if (!pattern.ends_with('$'))
        return file.find(pattern) != std::string::npos;
    return file.ends_with(pattern.substr(0, pattern.size() - 1));
}

std::string pathOf(int file)
{
    char target[4096];
    const std::string link = "/proc/self/fd/" + std::to_string(file);
    const ssize_t length = readlink(link.c_str(), target, sizeof target);
    return length > 0 ? std::string(target, size_t(length)) : std::string();
}

/// What is to happen to a write to this file.
Fault faultFor(const std::string &file)
{
    const std::scoped_lock lock(mutex());
    State &now = state();
    if (now.fault == Fault::None || now.fault == Fault::Names || !matches(file, now.path))
        return Fault::None;
    if (now.left > 0) {
        --now.left;
        return Fault::None;
    }
    ++refusals;
    return now.fault;
}

int errorOf(Fault fault)
{
    return fault == Fault::Full ? ENOSPC : fault == Fault::ReadOnly ? EROFS : EIO;
}

void die(const std::string &file)
{
    const std::string text = "died writing " + file + "\n";
    static const auto write =
        reinterpret_cast<ssize_t (*)(int, const void *, size_t)>(dlsym(RTLD_NEXT, "write"));
    (void)write(STDERR_FILENO, text.data(), text.size());
    (void)kill(getpid(), SIGKILL);
    while (true)
        pause();
}

const bool fromEnvironment = [] {
    const char *path = std::getenv("CHATOPS_DISK_PATH");
    const char *after = std::getenv("CHATOPS_DISK_AFTER");
    const char *fault = std::getenv("CHATOPS_DISK_FAULT");
    if (!path || !after || !fault)
        return false;
    const std::string name = fault;
    set(name == "kill"       ? Fault::Kill
            : name == "full" ? Fault::Full
            : name == "read" ? Fault::ReadOnly
                             : Fault::Failing,
        path, std::atoi(after));
    return true;
}();

/// Before a write of `size` bytes; `half` writes as many as it is told. True and errno
/// set when the write must not happen.
template <typename Half>
bool refuses(int file, size_t size, Half half)
{
    if (!armed)
        return false;
    const std::string path = pathOf(file);
    const Fault fault = faultFor(path);
    if (fault == Fault::None)
        return false;
    if (fault == Fault::Kill) {
        half(size / 2);
        die(path);
    }
    errno = errorOf(fault);
    return true;
}

/// True and errno set when the file cannot be synced; not counted as a write.
bool syncFails(int file)
{
    if (!armed)
        return false;
    const std::scoped_lock lock(mutex());
    const State &now = state();
    if (now.fault != Fault::Failing || now.left > 0 || !matches(pathOf(file), now.path))
        return false;
    errno = EIO;
    return true;
}

/// True and errno set when the folder cannot be changed; not counted as a write. A full
/// disk still takes names away and puts one in place of another.
bool entryRefused(const char *path)
{
    if (!armed)
        return false;
    const std::scoped_lock lock(mutex());
    const State &now = state();
    const bool concerns =
        now.fault == Fault::Failing || now.fault == Fault::ReadOnly || now.fault == Fault::Names;
    if (!concerns || now.left > 0 || !matches(path, now.path))
        return false;
    ++refusals;
    errno = errorOf(now.fault);
    return true;
}

template <typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

void set(Fault fault, const std::string &path, int after)
{
    const std::scoped_lock lock(mutex());
    state() = {fault, path, after};
    refusals = 0;
    armed = fault != Fault::None;
}

int refused()
{
    return refusals;
}

} // namespace ChatOps::Testing::DiskFaults

using namespace ChatOps::Testing::DiskFaults;

// The names and types are those of the C library.
extern "C" {

__attribute__((visibility("default"))) ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t at)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    if (refuses(file, size, [&](size_t part) { (void)real(file, bytes, part, at); }))
        return -1;
    return real(file, bytes, size, at);
}

__attribute__((visibility("default"))) ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t)>("write");
    if (refuses(file, size, [&](size_t part) { (void)real(file, bytes, part); }))
        return -1;
    return real(file, bytes, size);
}

__attribute__((visibility("default"))) int ftruncate64(int file, off64_t size) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    if (refuses(file, 0, [](size_t) {}))
        return -1;
    return real(file, size);
}

__attribute__((visibility("default"))) int fdatasync(int file)
{
    static const auto real = next<int (*)(int)>("fdatasync");
    return syncFails(file) ? -1 : real(file);
}

__attribute__((visibility("default"))) int fsync(int file)
{
    static const auto real = next<int (*)(int)>("fsync");
    return syncFails(file) ? -1 : real(file);
}

__attribute__((visibility("default"))) int unlink(const char *path) noexcept
{
    static const auto real = next<int (*)(const char *)>("unlink");
    return entryRefused(path) ? -1 : real(path);
}

__attribute__((visibility("default"))) int rename(const char *from, const char *to) noexcept
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    return entryRefused(to) ? -1 : real(from, to);
}

__attribute__((visibility("default"))) int renameat2(int fromFolder, const char *from, int toFolder,
                                                     const char *to, unsigned flags) noexcept
{
    static const auto real = next<int (*)(int, const char *, int, const char *, unsigned)>("renameat2");
    return entryRefused(to) ? -1 : real(fromFolder, from, toFolder, to, flags);
}

__attribute__((visibility("default"))) int linkat(int fromFolder, const char *from, int toFolder,
                                                  const char *to, int flags) noexcept
{
    static const auto real = next<int (*)(int, const char *, int, const char *, int)>("linkat");
    return entryRefused(to) ? -1 : real(fromFolder, from, toFolder, to, flags);
}

__attribute__((visibility("default"))) int open64(const char *path, int flags, ...)
{
    static const auto real = next<int (*)(const char *, int, ...)>("open64");
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    if (armed && (flags & O_ACCMODE) != O_RDONLY) {
        const std::scoped_lock lock(mutex());
        const State &now = state();
        const bool makes = (flags & O_CREAT) && now.fault == Fault::Full && access(path, F_OK) != 0;
        if ((now.fault == Fault::ReadOnly || makes) && now.left == 0 && matches(path, now.path)) {
            ++refusals;
            errno = errorOf(now.fault);
            return -1;
        }
    }
    return real(path, flags, mode);
}
}
