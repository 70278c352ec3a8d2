#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace remise::db {

/// The database said no, or is not there. Decisions go by the code, since most errors share one SQLSTATE.
class Error : public std::runtime_error {
public:
    Error(int code, std::string message, std::string_view tried);

    /// MariaDB's number: 1062 duplicate key, 1213 deadlock, 2006 and 2013 connection gone…
    [[nodiscard]] int code() const { return m_code; }
    /// What the database said, without the statement that was tried.
    [[nodiscard]] const std::string& message() const { return m_message; }
    /// The statement, or what else was tried.
    [[nodiscard]] const std::string& tried() const { return m_tried; }

    /// A deadlock or a lock that did not come in time: the same transaction may pass when run again, whole.
    [[nodiscard]] bool asksForRetry() const;
    /// The connection is of no more use.
    [[nodiscard]] bool breaksConnection() const;
    /// Nobody there can be asked now: the same may go well in a moment.
    [[nodiscard]] bool isAway() const;
    [[nodiscard]] bool isDuplicateKey() const;
    /// What was to be stored does not fit, and never will.
    [[nodiscard]] bool isOfTheData() const;

private:
    int m_code;
    std::string m_message;
    std::string m_tried;
};

/// The connection was lost while COMMIT was under way: the transaction may have happened or not. Only whoever
/// can look it up again (by a unique id) may repeat it.
class UnknownOutcome : public Error {
public:
    explicit UnknownOutcome(const Error& lost) : Error(lost.code(), lost.message(), lost.tried()) {}
};

/// The name of the unique key that a duplicate hit ("PRIMARY", "person_email"…); nothing for other errors.
std::optional<std::string> duplicateKeyName(const Error&);

}  // namespace remise::db
