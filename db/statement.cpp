#include "db/statement.h"

#include <cppconn/datatype.h>
#include <cppconn/parameter_metadata.h>
#include <cppconn/statement.h>

#include <stdexcept>
#include <utility>

#include "db/run.h"

namespace remise::db {

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
