// SPDX-License-Identifier: GPL-3.0-or-later

// What OpenSSL keeps for each thread (its random numbers) is freed by a destructor that runs when
// the thread ends. QThread::wait() returns a moment before that; a process that ends within the
// moment has cleaned OpenSSL up first, and the destructor does nothing. Nothing of this program
// asks libcrypto for memory; databases and connections that are lost show as SQLite's and Qt's.

extern "C" const char *__lsan_default_suppressions();

extern "C" const char *__lsan_default_suppressions()
{
    return "leak:libcrypto.so\n";
}
