#include "server/workshop/send_commands.h"

#include <boost/test/unit_test.hpp>

#include "db/location_store.h"
#include "server/domain/codes.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using domain::Value;

namespace {

struct Floor : test::ProgramFixture {
    std::string shelfAt(const std::string& site, std::uint64_t number) {
        const std::string code = domain::encodeCode("L", number, 8);
        const auto connection = database.pool().take();
        db::saveLocation(*connection, {code, site, "Étagère " + site});
        return code;
    }

    std::string sent(std::string_view kind, const std::string& unit, Value data) {
        return sendOne(Value::Object{{"id", newId()},
                                     {"worker", worker},
                                     {"station", station},
                                     {"kind", kind},
                                     {"unit", unit},
                                     {"data", std::move(data)}});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(send_commands_test, Floor)

BOOST_AUTO_TEST_CASE(what_comes_in_is_at_the_site_of_the_terminal_and_on_its_shelves_only) {
    const auto laptop = receivedLaptop();
    BOOST_TEST(count("unit", "site = 'nord'") == 1);
    BOOST_TEST(sent("move", laptop, Value::Object{{"location", shelfAt("sud", 8)}}) == "location_elsewhere");
    BOOST_TEST(sent("move", laptop, Value::Object{{"location", shelfAt("nord", 9)}}) == "accepted");
}

BOOST_AUTO_TEST_CASE(a_remark_that_is_refused_is_not_kept) {
    const auto laptop = receivedLaptop();
    const Value remark = Value::Object{{"text", "Charnière à resserrer"}};
    BOOST_TEST(sent("note", domain::encodeCode("", 5, domain::unitLetters), remark) == "unknown_code");
    BOOST_TEST(count("note") == 0);
    BOOST_TEST(sent("note", laptop, remark) == "accepted");
    BOOST_TEST(count("note") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
