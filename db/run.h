#pragma once

// Inside of statement and result.
#include <cppconn/prepared_statement.h>
#include <cppconn/resultset.h>

#include <cassert>
#include <stdexcept>

#include "db/link.h"
#include "db/statement.h"

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

}  // namespace remise::db
