#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace remise::db {

/// The rows a query found, all of them already here. Read it before its statement runs again.
class Result {
public:
    struct Rows;

    explicit Result(std::unique_ptr<Rows>);
    Result(Result&&) noexcept;
    Result& operator=(Result&&) noexcept;
    ~Result();

    bool next();
    /// Columns count from 1. The plain readers throw std::logic_error on NULL.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t unsignedInteger(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] std::optional<std::int64_t> integerOrNull(int column) const;
    [[nodiscard]] std::optional<std::string> textOrNull(int column) const;

private:
    std::unique_ptr<Rows> m_rows;
};

}  // namespace remise::db
