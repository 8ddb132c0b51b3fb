// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// Faults of the disk below real files, on Linux. Linked into a test, the functions of
/// the C library that write are these, also for the libraries the test uses; preloaded
/// into another program (`diskfaults` as a module) the environment says what happens:
/// CHATOPS_DISK_PATH, CHATOPS_DISK_AFTER and CHATOPS_DISK_FAULT.
namespace ChatOps::Testing::DiskFaults {

enum class Fault {
    None,
    Full, ///< ENOSPC, as long as it is set.
    Failing, ///< EIO, also when syncing, renaming and removing.
    ReadOnly, ///< EROFS when a file is opened for writing, written, renamed or removed.
    Names, ///< EIO, for renaming and removing only.
    Kill, ///< SIGKILL in the middle of the write: half of it has happened.
};

/// From the `after`th write on (0: the next one) to files whose path contains `path`.
/// A `$` at the end of `path` stands for the end of the file's path. Any thread.
void set(Fault fault, const std::string &path, int after = 0);
inline void clear()
{
    set(Fault::None, {});
}
/// Writes that were refused since `set`.
[[nodiscard]] int refused();

} // namespace ChatOps::Testing::DiskFaults
