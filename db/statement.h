#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "db/result.h"

namespace remise::db {

struct Link;

/// A prepared statement of one connection. Its parameters are bound in order, all of them before each run.
class Statement {
public:
    struct State;

    Statement(Link&, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(std::string_view textOrBytes);
    Statement& bind(std::nullopt_t);
    template <std::integral T>
    Statement& bind(T number) {
        if constexpr (std::signed_integral<T>)
            return bindSigned(number);
        else
            return bindUnsigned(number);
    }
    template <typename T>
    Statement& bind(const std::optional<T>& value) {
        return value ? bind(*value) : bind(std::nullopt);
    }

    /// How many rows matched (whether or not their values changed). An INSERT … ON DUPLICATE KEY UPDATE
    /// counts 1 for a row inserted or left as it was and 2 for one changed.
    std::uint64_t execute();
    Result query();
    /// The AUTO_INCREMENT value this connection's last INSERT made.
    std::uint64_t lastInsertId();

    [[nodiscard]] const std::string& sql() const;
    /// Forgets what was bound, so that binding starts at the first parameter.
    void startAgain();

private:
    Statement& bindSigned(std::int64_t);
    Statement& bindUnsigned(std::uint64_t);
    void checkAllBound();

    std::unique_ptr<State> m_state;
};

/// "?,?,?" for n parameters.
std::string placeholders(std::size_t n);

}  // namespace remise::db
