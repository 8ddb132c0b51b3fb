// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace ChatOps::Testing {

/// A disk in memory for every SQLite connection of this process, with the ways
/// in which disks and computers fail. Files belong to a computer ("node"), the
/// folder they are in. One thread. Made once; it registers itself as SQLite's
/// default VFS.
///
/// A crash ends every open handle of a node: whatever still holds one gets I/O
/// errors, as code of a process that no longer exists would get nothing at all.
class MemoryDisk {
public:
    static MemoryDisk &instance();
    MemoryDisk(const MemoryDisk &) = delete;
    MemoryDisk &operator=(const MemoryDisk &) = delete;

    enum class Mode { Works, Full, Fails };
    enum class Crash {
        Kill, ///< The process ends; what it gave to the system stays.
        PowerCut, ///< Any part of what was not synced may be missing.
    };

    /// Removes every file; randomness begins at `seed`.
    void reset(std::uint64_t seed);
    void setMode(const std::string &node, Mode mode);
    void crash(const std::string &node, Crash kind);
    /// The node dies by itself in the middle of its `count`th write, sync or
    /// truncation from now; 0 takes it back.
    void dieAfter(const std::string &node, int count);
    /// Is it alive, with a disk that works?
    [[nodiscard]] bool mayRename(const std::string &node) const;
    /// Has it died by itself, and not been crashed since?
    [[nodiscard]] bool isDead(const std::string &node) const;

    void copy(const std::string &from, const std::string &to);
    void remove(const std::string &path);
    void rename(const std::string &from, const std::string &to);
    /// One bit of what a file holds is another one from now on. False for an empty file.
    bool flipBit(const std::string &path, std::uint64_t which);
    [[nodiscard]] bool exists(const std::string &path) const;
    /// What a file holds for the system, synced or not.
    [[nodiscard]] std::string read(const std::string &path) const;
    void write(const std::string &path, const std::string &bytes);

private:
    MemoryDisk();

public:
    // For the functions SQLite calls.
    struct SharedMemory {
        std::vector<std::unique_ptr<char[]>> regions;
        int shared[8] = {};
        const void *exclusive[8] = {};
    };
    struct Write {
        std::int64_t at = 0;
        std::string bytes;
        bool truncate = false; ///< To `at`.
    };
    struct File {
        std::string bytes;
        std::string synced;
        std::vector<Write> unsynced;
        int sharedLocks = 0;
        const void *reserved = nullptr;
        const void *pending = nullptr;
        const void *exclusive = nullptr;
        std::shared_ptr<SharedMemory> memory;
    };
    struct Node {
        int generation = 0;
        Mode mode = Mode::Works;
        int dieAfter = 0;
        bool dead = false;
    };
    [[nodiscard]] std::shared_ptr<File> file(const std::string &path, bool create);
    [[nodiscard]] Node &nodeOf(const std::string &path);
    /// SQLITE_OK, or why this node cannot write now. Sets `torn` when it dies in it.
    [[nodiscard]] int mayWrite(Node &node, int generation, bool *torn);
    void random(int count, char *bytes);

private:
    std::map<std::string, std::shared_ptr<File>> m_files;
    std::map<std::string, Node> m_nodes;
    std::mt19937_64 m_random;
    std::mt19937_64 m_randomOfLibrary; ///< What SQLite asks for.
};

} // namespace ChatOps::Testing
