#include "db/result.h"

#include "db/run.h"

namespace remise::db {

Result::Result(std::unique_ptr<Rows> rows) : m_rows(std::move(rows)) {
}
Result::Result(Result&&) noexcept = default;
Result& Result::operator=(Result&&) noexcept = default;
Result::~Result() = default;

bool Result::next() {
    return m_rows->read([](auto& set) { return set.next(); });
}

bool Result::isNull(int column) const {
    return m_rows->read([&](auto& set) { return set.isNull(static_cast<unsigned>(column)); });
}

std::int64_t Result::integer(int column) const {
    return m_rows->read([&](auto& set) -> std::int64_t {
        m_rows->refuseNull(column);
        return set.getInt64(static_cast<unsigned>(column));
    });
}

std::uint64_t Result::unsignedInteger(int column) const {
    return m_rows->read([&](auto& set) -> std::uint64_t {
        m_rows->refuseNull(column);
        return set.getUInt64(static_cast<unsigned>(column));
    });
}

std::string Result::text(int column) const {
    return m_rows->read([&](auto& set) -> std::string {
        m_rows->refuseNull(column);
        return set.getString(static_cast<unsigned>(column)).asStdString();
    });
}

std::optional<std::int64_t> Result::integerOrNull(int column) const {
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::string> Result::textOrNull(int column) const {
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

}  // namespace remise::db
