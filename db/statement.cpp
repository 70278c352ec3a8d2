#include "db/statement.h"

#include <cppconn/datatype.h>
#include <cppconn/parameter_metadata.h>
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>
#include <cppconn/statement.h>

#include <cassert>
#include <stdexcept>
#include <utility>

#include "db/link.h"

namespace remise::db {

struct Statement::State {
    Link& link;
    std::string sql;
    std::unique_ptr<sql::PreparedStatement> prepared;
    unsigned expected = 0;
    unsigned bound = 0;
    unsigned runs = 0;
};

struct Result::Rows {
    std::unique_ptr<sql::ResultSet> set;
    Statement::State& statement;
    unsigned run;

    template <typename Read>
    auto read(Read reader) const {
        assert(run == statement.runs && "the statement ran again while this result was read");
        return statement.link.run(statement.sql, [&] { return reader(*set); });
    }

    void refuseNull(int column) const {
        if (set->isNull(static_cast<unsigned>(column)))
            throw std::logic_error("column " + std::to_string(column) + " is NULL in: " + statement.sql);
    }
};

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

Statement::Statement(Link& link, std::string_view text) : m_state(new State{link, std::string(text), {}}) {
    link.run(text, [&] {
        m_state->prepared.reset(link.session->prepareStatement(m_state->sql));
        m_state->expected = m_state->prepared->getParameterMetaData()->getParameterCount();
    });
}

Statement::~Statement() = default;

Statement& Statement::bind(std::string_view textOrBytes) {
    m_state->link.run(m_state->sql, [&] {
        m_state->prepared->setString(++m_state->bound,
                                     sql::SQLString(textOrBytes.data(), textOrBytes.size()));
    });
    return *this;
}

Statement& Statement::bind(std::nullopt_t) {
    m_state->link.run(m_state->sql,
                      [&] { m_state->prepared->setNull(++m_state->bound, sql::DataType::VARCHAR); });
    return *this;
}

Statement& Statement::bindSigned(std::int64_t number) {
    m_state->link.run(m_state->sql, [&] { m_state->prepared->setInt64(++m_state->bound, number); });
    return *this;
}

Statement& Statement::bindUnsigned(std::uint64_t number) {
    m_state->link.run(m_state->sql, [&] { m_state->prepared->setUInt64(++m_state->bound, number); });
    return *this;
}

void Statement::startAgain() {
    m_state->bound = 0;
}

void Statement::checkAllBound() {
    const auto bound = std::exchange(m_state->bound, 0);
    // The connector keeps the values of the run before: too few new ones would quietly send old ones.
    if (bound != m_state->expected)
        throw std::logic_error(std::to_string(bound) + " of " + std::to_string(m_state->expected) +
                               " parameters bound in: " + m_state->sql);
    ++m_state->runs;
}

std::uint64_t Statement::execute() {
    checkAllBound();
    return m_state->link.run(m_state->sql,
                             [&] { return static_cast<std::uint64_t>(m_state->prepared->executeUpdate()); });
}

Result Statement::query() {
    checkAllBound();
    return m_state->link.run(m_state->sql, [&] {
        std::unique_ptr<sql::ResultSet> set(m_state->prepared->executeQuery());
        return Result(std::make_unique<Result::Rows>(Result::Rows{std::move(set), *m_state, m_state->runs}));
    });
}

std::uint64_t Statement::lastInsertId() {
    return m_state->link.run("SELECT LAST_INSERT_ID()", [&] {
        const std::unique_ptr<sql::Statement> asking(m_state->link.session->createStatement());
        const std::unique_ptr<sql::ResultSet> set(asking->executeQuery("SELECT LAST_INSERT_ID()"));
        set->next();
        return std::uint64_t{set->getUInt64(1)};
    });
}

const std::string& Statement::sql() const {
    return m_state->sql;
}

std::string placeholders(std::size_t n) {
    std::string text;
    text.reserve(2 * n);
    for (std::size_t i = 0; i < n; ++i)
        text += i == 0 ? "?" : ",?";
    return text;
}

}  // namespace remise::db
