#include "tests/house/forbidden_calls.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::house;
namespace data = boost::unit_test::data;

namespace {

/// The code in a file that sees the connector through a header of ours.
Findings verdictOn(const std::string& code) {
    return checkConnectorCalls({{"db/x.cpp", "#include \"db/middle.h\"\n" + code},
                                {"db/middle.h", "#include \"db/link.h\""},
                                {"db/link.h", "#include <cppconn/connection.h>"}});
}

const char* const silentCalls[] = {"c->commit();", "c.rollback();", "link().setAutoCommit(true);",
                                   "int n = r->getInt (1);", "r->getUInt(\"name\");"};

const char* const harmless[] = {"s.execute(\"COMMIT\");  // never c->commit()",
                                "r->getInt64(1); r->getUInt64(2);", "commitGroup(group);",
                                "void Transaction::commit() {}"};

}  // namespace

BOOST_AUTO_TEST_SUITE(forbidden_calls_test)

BOOST_AUTO_TEST_CASE(our_code_calls_nothing_of_the_connector_that_hides_errors) {
    const Findings findings = checkConnectorCalls(sourceTree());
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_DATA_TEST_CASE(a_call_that_swallows_errors_is_found, data::make(silentCalls), call) {
    const Findings findings = verdictOn(call);
    BOOST_REQUIRE(findings.size() == 1);
    BOOST_TEST(findings[0].line == 2);
}

BOOST_DATA_TEST_CASE(statements_comments_and_longer_names_are_no_such_call, data::make(harmless), code) {
    BOOST_TEST(describe(verdictOn(code)) == "");
}

BOOST_AUTO_TEST_CASE(who_cannot_see_the_connector_may_have_a_commit_of_its_own) {
    BOOST_TEST(describe(checkConnectorCalls({{"server/x.cpp", "transaction.commit();"}})) == "");
}

BOOST_AUTO_TEST_CASE(the_connector_is_named_in_db_only) {
    BOOST_TEST(describe(checkConnectorCalls({{"db/x.cpp", "sql::Connection* c;"}})) == "");
    BOOST_TEST(describe(checkConnectorCalls({{"server/stock/x.cpp", "\nsql::Connection* c;"}})) ==
               "\n  server/stock/x.cpp:2: sql:: stays in db/");
    BOOST_TEST(describe(checkConnectorCalls({{"tests/x.cpp", "// sql::Connection\n"}})) == "");
}

BOOST_AUTO_TEST_SUITE_END()
