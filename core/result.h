// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>
#include <utility>

namespace ChatOps {

/// What went wrong, for programs.
enum class ErrorCode {
    Invalid, ///< Input broke a rule of its format or a limit.
    NotFound,
    Forbidden, ///< Signed in, but not allowed.
    Unauthenticated, ///< No valid session.
    Conflict, ///< Somebody else changed the same thing first.
    Throttled, ///< Too many attempts; try later.
    Offline, ///< No way to the server.
    Timeout,
    Protocol, ///< The peer broke `hub.v1`.
    Storage, ///< The disk or the database refused.
    Damaged, ///< A file is not what it should be.
    WrongKey, ///< The store cannot be read with this key.
    TooNew, ///< Written by a newer version of the program.
    Keychain, ///< The system's keychain is missing or refused.
    Untrusted, ///< TLS: the server's certificate is not trusted.
    Cancelled,
    Internal,
};

/// An error as a value: a code for programs, a translated sentence for
/// people, the technical detail (never personal data) for the log.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// Shortens `return std::unexpected(Error{…})`.
[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, QString message, QString detail = {})
{
    return std::unexpected(Error{code, std::move(message), std::move(detail)});
}

} // namespace ChatOps
