// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/memorydisk.h"

#include <cstdlib>
#include <cstring>
#include <new>

#include <sqlite3.h>
#ifdef __GLIBC__
#include <sys/mman.h>

// SQLCipher locks the memory of every connection's keys. This program's computers are made
// up and hold no secrets, and the two calls were a twelfth of its time: they do nothing here.
// What a real process keeps in memory is watched by gui.TestMemory.
extern "C" int mlock(const void *, size_t) noexcept
{
    return 0;
}
extern "C" int munlock(const void *, size_t) noexcept
{
    return 0;
}
#endif

namespace ChatOps::Testing {
namespace {

constexpr int regionBytes = 32 * 1024;

/// What SQLite holds of an open file. It gives the memory, zeroed; the C++ part
/// is made and destroyed by hand.
struct Handle {
    sqlite3_file base;
    struct State {
        std::string path;
        std::shared_ptr<MemoryDisk::File> file;
        std::shared_ptr<MemoryDisk::SharedMemory> memory;
        MemoryDisk::Node *node = nullptr; ///< The disk keeps every node it has ever had.
        int generation = 0;
        int lock = SQLITE_LOCK_NONE;
        std::uint8_t sharedMask = 0;
        std::uint8_t exclusiveMask = 0;
        bool removeAtEnd = false;
    };
    State *state;
};

MemoryDisk &disk()
{
    return MemoryDisk::instance();
}
Handle::State &stateOf(sqlite3_file *file)
{
    return *reinterpret_cast<Handle *>(file)->state;
}
bool isGone(const Handle::State &state)
{
    return state.node->dead || state.node->generation != state.generation;
}

void applyWrite(std::string &bytes, const MemoryDisk::Write &write)
{
    const auto at = size_t(write.at);
    if (write.truncate) {
        bytes.resize(at);
        return;
    }
    if (bytes.size() < at + write.bytes.size())
        bytes.resize(at + write.bytes.size());
    bytes.replace(at, write.bytes.size(), write.bytes);
}

int readFile(sqlite3_file *file, void *into, int count, sqlite3_int64 at)
{
    const Handle::State &state = stateOf(file);
    if (isGone(state))
        return SQLITE_IOERR_READ;
    const std::string &bytes = state.file->bytes;
    const auto size = sqlite3_int64(bytes.size());
    const auto have = int(std::clamp<sqlite3_int64>(size - at, 0, count));
    std::memcpy(into, bytes.data() + std::min(at, size), size_t(have));
    std::memset(static_cast<char *>(into) + have, 0, size_t(count - have));
    return have == count ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file *file, const void *from, int count, sqlite3_int64 at)
{
    const Handle::State &state = stateOf(file);
    bool torn = false;
    const int allowed = disk().mayWrite(*state.node, state.generation, &torn);
    if (allowed != SQLITE_OK && !torn)
        return allowed;
    MemoryDisk::Write write{
        at, std::string(static_cast<const char *>(from), size_t(torn ? count / 2 : count)), false};
    applyWrite(state.file->bytes, write);
    state.file->unsynced.push_back(std::move(write));
    return allowed;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const Handle::State &state = stateOf(file);
    bool torn = false;
    if (const int allowed = disk().mayWrite(*state.node, state.generation, &torn); allowed != SQLITE_OK)
        return allowed;
    MemoryDisk::Write write{size, {}, true};
    applyWrite(state.file->bytes, write);
    state.file->unsynced.push_back(std::move(write));
    return SQLITE_OK;
}

int syncFile(sqlite3_file *file, int)
{
    const Handle::State &state = stateOf(file);
    bool torn = false;
    const int allowed = disk().mayWrite(*state.node, state.generation, &torn);
    if (allowed != SQLITE_OK && allowed != SQLITE_FULL) // Syncing needs no room.
        return SQLITE_IOERR_FSYNC;
    for (const MemoryDisk::Write &write : state.file->unsynced)
        applyWrite(state.file->synced, write);
    state.file->unsynced.clear();
    return SQLITE_OK;
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    *size = sqlite3_int64(stateOf(file).file->bytes.size());
    return isGone(stateOf(file)) ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int lockFile(sqlite3_file *file, int level)
{
    Handle::State &state = stateOf(file);
    if (isGone(state))
        return SQLITE_IOERR_LOCK;
    MemoryDisk::File &data = *state.file;
    if (level <= state.lock)
        return SQLITE_OK;
    const void *self = file;
    const auto others = [self](const void *holder) { return holder && holder != self; };
    if (level == SQLITE_LOCK_SHARED) {
        if (others(data.pending) || others(data.exclusive))
            return SQLITE_BUSY;
        ++data.sharedLocks;
    } else if (level == SQLITE_LOCK_RESERVED) {
        if (others(data.reserved) || others(data.pending) || others(data.exclusive))
            return SQLITE_BUSY;
        data.reserved = self;
    } else {
        if (others(data.reserved) || others(data.pending) || others(data.exclusive))
            return SQLITE_BUSY;
        data.pending = self;
        if (level == SQLITE_LOCK_EXCLUSIVE) {
            if (data.sharedLocks > 1) {
                state.lock = SQLITE_LOCK_PENDING;
                return SQLITE_BUSY;
            }
            data.exclusive = self;
        }
    }
    state.lock = level;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file *file, int level)
{
    Handle::State &state = stateOf(file);
    MemoryDisk::File &data = *state.file;
    const bool gone = state.node->generation != state.generation;
    if (!gone && level < state.lock) {
        for (const void **holder : {&data.reserved, &data.pending, &data.exclusive}) {
            if (*holder == file)
                *holder = nullptr;
        }
        if (level == SQLITE_LOCK_NONE && state.lock >= SQLITE_LOCK_SHARED)
            --data.sharedLocks;
    }
    state.lock = std::min(level, state.lock);
    return SQLITE_OK;
}

int checkReserved(sqlite3_file *file, int *held)
{
    const MemoryDisk::File &data = *stateOf(file).file;
    *held = data.reserved || data.pending || data.exclusive;
    return SQLITE_OK;
}

int lockMemory(sqlite3_file *file, int first, int count, int flags)
{
    Handle::State &state = stateOf(file);
    if (!state.memory)
        return SQLITE_IOERR_SHMLOCK;
    MemoryDisk::SharedMemory &memory = *state.memory;
    for (int i = first; i < first + count; ++i) {
        const auto bit = std::uint8_t(1U << unsigned(i));
        if ((flags & SQLITE_SHM_LOCK) && (flags & SQLITE_SHM_SHARED)) {
            if (memory.exclusive[i] && memory.exclusive[i] != file)
                return SQLITE_BUSY;
        } else if (flags & SQLITE_SHM_LOCK) {
            const int own = (state.sharedMask & bit) ? 1 : 0;
            if ((memory.exclusive[i] && memory.exclusive[i] != file) || memory.shared[i] > own)
                return SQLITE_BUSY;
        }
    }
    for (int i = first; i < first + count; ++i) {
        const auto bit = std::uint8_t(1U << unsigned(i));
        const bool lock = flags & SQLITE_SHM_LOCK;
        if (flags & SQLITE_SHM_SHARED) {
            if (lock && !(state.sharedMask & bit)) {
                ++memory.shared[i];
                state.sharedMask |= bit;
            } else if (!lock && (state.sharedMask & bit)) {
                --memory.shared[i];
                state.sharedMask &= std::uint8_t(~bit);
            }
        } else if (lock) {
            memory.exclusive[i] = file;
            state.exclusiveMask |= bit;
        } else {
            if (memory.exclusive[i] == file)
                memory.exclusive[i] = nullptr;
            state.exclusiveMask &= std::uint8_t(~bit);
        }
    }
    return SQLITE_OK;
}

int mapMemory(sqlite3_file *file, int region, int bytes, int extend, void volatile **into)
{
    Handle::State &state = stateOf(file);
    *into = nullptr;
    if (isGone(state) || bytes > regionBytes)
        return SQLITE_IOERR_SHMMAP;
    if (!state.memory) {
        if (!state.file->memory)
            state.file->memory = std::make_shared<MemoryDisk::SharedMemory>();
        state.memory = state.file->memory;
    }
    auto &regions = state.memory->regions;
    if (size_t(region) >= regions.size()) {
        if (!extend)
            return SQLITE_OK;
        while (regions.size() <= size_t(region))
            regions.push_back(std::make_unique<char[]>(regionBytes));
    }
    *into = regions[size_t(region)].get();
    return SQLITE_OK;
}

void barrier(sqlite3_file *) { }

int unmapMemory(sqlite3_file *file, int removeToo)
{
    Handle::State &state = stateOf(file);
    if (!state.memory)
        return SQLITE_OK;
    (void)lockMemory(file, 0, 8, SQLITE_SHM_UNLOCK | SQLITE_SHM_SHARED);
    (void)lockMemory(file, 0, 8, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE);
    if (removeToo && state.file->memory == state.memory)
        state.file->memory.reset();
    state.memory.reset();
    return SQLITE_OK;
}

int closeFile(sqlite3_file *file)
{
    Handle::State &state = stateOf(file);
    unlockFile(file, SQLITE_LOCK_NONE);
    unmapMemory(file, 0);
    if (state.removeAtEnd)
        disk().remove(state.path);
    delete &state;
    reinterpret_cast<Handle *>(file)->state = nullptr;
    return SQLITE_OK;
}

int control(sqlite3_file *, int, void *)
{
    return SQLITE_NOTFOUND;
}
int sectorSize(sqlite3_file *)
{
    return 4096;
}
int characteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

const sqlite3_io_methods methods{2,        closeFile,   readFile,        writeFile,  truncateFile,
                                 syncFile, sizeOfFile,  lockFile,        unlockFile, checkReserved,
                                 control,  sectorSize,  characteristics, mapMemory,  lockMemory,
                                 barrier,  unmapMemory, nullptr,         nullptr};

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *handle = reinterpret_cast<Handle *>(file);
    handle->base.pMethods = nullptr;
    static int anonymous = 0;
    const std::string path = name ? name : "temporary/" + std::to_string(++anonymous);
    MemoryDisk::Node &node = disk().nodeOf(path);
    if (node.dead)
        return SQLITE_CANTOPEN;
    const bool create = (flags & SQLITE_OPEN_CREATE) && node.mode == MemoryDisk::Mode::Works;
    const std::shared_ptr<MemoryDisk::File> data = disk().file(path, create);
    if (!data)
        return SQLITE_CANTOPEN;
    handle->state = new Handle::State{path,
                                      data,
                                      nullptr,
                                      &node,
                                      node.generation,
                                      SQLITE_LOCK_NONE,
                                      0,
                                      0,
                                      (flags & SQLITE_OPEN_DELETEONCLOSE) != 0};
    handle->base.pMethods = &methods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *, const char *name, int)
{
    bool torn = false;
    MemoryDisk::Node &node = disk().nodeOf(name);
    if (const int allowed = disk().mayWrite(node, node.generation, &torn);
        allowed != SQLITE_OK && allowed != SQLITE_FULL)
        return SQLITE_IOERR_DELETE;
    disk().remove(name);
    return SQLITE_OK;
}

int accessFile(sqlite3_vfs *, const char *name, int, int *result)
{
    *result = disk().exists(name);
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs *, const char *name, int size, char *into)
{
    return std::snprintf(into, size_t(size), "%s", name) < size ? SQLITE_OK : SQLITE_CANTOPEN;
}

int randomness(sqlite3_vfs *, int count, char *bytes)
{
    disk().random(count, bytes);
    return count;
}
int sleepMicroseconds(sqlite3_vfs *, int microseconds)
{
    return microseconds; // Nothing else runs meanwhile.
}
int currentTime(sqlite3_vfs *, double *julian)
{
    *julian = 2460000.5;
    return SQLITE_OK;
}
int currentTime64(sqlite3_vfs *, sqlite3_int64 *milliseconds)
{
    *milliseconds = sqlite3_int64(2460000.5 * 86'400'000.0);
    return SQLITE_OK;
}
int lastError(sqlite3_vfs *, int, char *)
{
    return 0;
}

sqlite3_vfs theVfs{2,          int(sizeof(Handle)), 512,         nullptr,   "memory-disk", nullptr, openFile,
                   deleteFile, accessFile,          fullPath,    nullptr,   nullptr,       nullptr, nullptr,
                   randomness, sleepMicroseconds,   currentTime, lastError, currentTime64, nullptr, nullptr,
                   nullptr};

std::string folderOf(const std::string &path)
{
    return path.substr(0, path.find_last_of('/'));
}

} // namespace

MemoryDisk &MemoryDisk::instance()
{
    static MemoryDisk made;
    return made;
}

MemoryDisk::MemoryDisk()
{
    sqlite3_vfs_register(&theVfs, 1);
}

void MemoryDisk::reset(std::uint64_t seed)
{
    m_files.clear();
    for (auto &[name, node] : m_nodes)
        node = {node.generation + 1, Mode::Works, 0, false};
    m_random.seed(seed);
    // SQLite asks for randomness once a process, whenever it first needs some: it begins anew
    // with each seed, and from a source of its own, or what a power cut takes would depend on
    // the seeds before (sim.aSeedIsTheSameBehindOthers).
    m_randomOfLibrary.seed(~seed);
    sqlite3_randomness(0, nullptr);
}

std::shared_ptr<MemoryDisk::File> MemoryDisk::file(const std::string &path, bool create)
{
    const auto found = m_files.find(path);
    if (found != m_files.end())
        return found->second;
    return create ? m_files[path] = std::make_shared<File>() : nullptr;
}

MemoryDisk::Node &MemoryDisk::nodeOf(const std::string &path)
{
    return m_nodes[folderOf(path)];
}

int MemoryDisk::mayWrite(Node &node, int generation, bool *torn)
{
    if (node.dead || node.generation != generation)
        return SQLITE_IOERR_WRITE;
    if (node.dieAfter > 0 && --node.dieAfter == 0) {
        node.dead = true;
        *torn = true;
        return SQLITE_IOERR_WRITE;
    }
    if (node.mode == Mode::Full)
        return SQLITE_FULL;
    return node.mode == Mode::Fails ? SQLITE_IOERR_WRITE : SQLITE_OK;
}

void MemoryDisk::random(int count, char *bytes)
{
    for (int i = 0; i < count; ++i)
        bytes[i] = char(m_randomOfLibrary());
}

void MemoryDisk::setMode(const std::string &node, Mode mode)
{
    m_nodes[node].mode = mode;
}

void MemoryDisk::dieAfter(const std::string &node, int count)
{
    m_nodes[node].dieAfter = count;
}

bool MemoryDisk::mayRename(const std::string &node) const
{
    const auto found = m_nodes.find(node);
    return found != m_nodes.end() && !found->second.dead && found->second.mode != Mode::Fails;
}

bool MemoryDisk::isDead(const std::string &node) const
{
    const auto found = m_nodes.find(node);
    return found != m_nodes.end() && found->second.dead;
}

void MemoryDisk::crash(const std::string &name, Crash kind)
{
    Node &node = m_nodes[name];
    node.dead = false;
    node.dieAfter = 0;
    ++node.generation;
    for (auto &[path, data] : m_files) {
        if (folderOf(path) != name)
            continue;
        auto survivor = std::make_shared<File>();
        survivor->bytes = data->bytes;
        survivor->synced = data->synced;
        survivor->unsynced = data->unsynced;
        if (kind == Crash::PowerCut) {
            // The disk may have written any part of it, in any order.
            survivor->bytes = data->synced;
            for (const Write &write : data->unsynced) {
                if (write.truncate || m_random() % 2)
                    applyWrite(survivor->bytes, write);
            }
            survivor->synced = survivor->bytes;
            survivor->unsynced.clear();
        }
        data = survivor;
    }
}

void MemoryDisk::copy(const std::string &from, const std::string &to)
{
    auto made = std::make_shared<File>();
    made->bytes = made->synced = m_files.at(from)->bytes;
    m_files[to] = made;
}

void MemoryDisk::remove(const std::string &path)
{
    m_files.erase(path);
}

void MemoryDisk::rename(const std::string &from, const std::string &to)
{
    auto moved = m_files.extract(from);
    moved.key() = to;
    m_files.erase(to);
    m_files.insert(std::move(moved));
}

bool MemoryDisk::flipBit(const std::string &path, std::uint64_t which)
{
    const auto found = m_files.find(path);
    if (found == m_files.end() || found->second->bytes.empty())
        return false;
    File &file = *found->second;
    const size_t at = which / 8 % file.bytes.size();
    const char bit = char(1U << (which % 8));
    file.bytes[at] = char(file.bytes[at] ^ bit);
    if (at < file.synced.size())
        file.synced[at] = char(file.synced[at] ^ bit);
    return true;
}

bool MemoryDisk::exists(const std::string &path) const
{
    return m_files.contains(path);
}

std::string MemoryDisk::read(const std::string &path) const
{
    const auto found = m_files.find(path);
    return found == m_files.end() ? std::string() : found->second->bytes;
}

void MemoryDisk::write(const std::string &path, const std::string &bytes)
{
    auto made = std::make_shared<File>();
    made->bytes = made->synced = bytes;
    m_files[path] = made;
}

} // namespace ChatOps::Testing
