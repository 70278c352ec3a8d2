#include "server/admin/arguments.h"

#include <boost/test/unit_test.hpp>
#include <vector>

using namespace remise;
using admin::WrongUse;

namespace {

admin::Arguments read(std::vector<const char*> typed) {
    typed.insert(typed.begin(), "remise-admin");
    return admin::readArguments(static_cast<int>(typed.size()), typed.data());
}

auto says(const std::string& words) {
    return
        [words](const WrongUse& wrong) { return std::string(wrong.what()).find(words) != std::string::npos; };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(arguments_test)

BOOST_AUTO_TEST_CASE(options_are_found_by_their_names) {
    const auto arguments = read({"prove", "--seal", "--data", "var", "-o", "unit.json"});
    BOOST_TEST(arguments.command == "prove");
    BOOST_TEST(arguments.need("data") == "var");
    BOOST_TEST(arguments.need("output") == "unit.json");
    BOOST_TEST(arguments.get("seal").has_value());
    BOOST_TEST(!arguments.get("seals"));
    BOOST_CHECK_EXCEPTION((void)arguments.need("unit"), WrongUse, says("--unit is missing"));
}

BOOST_AUTO_TEST_CASE(a_misspelt_option_is_refused_and_not_passed_over) {
    BOOST_CHECK_EXCEPTION(read({"restore", "--untill", "yesterday"}), WrongUse,
                          says("--untill: unknown to restore"));
    BOOST_CHECK_EXCEPTION(read({"backup", "--kep", "720"}), WrongUse, says("--kep: unknown to backup"));
    BOOST_CHECK_EXCEPTION(read({"backup", "kept"}), WrongUse, says("kept: unknown"));
    BOOST_CHECK_EXCEPTION(read({"backup", ""}), WrongUse, says("unknown"));
}

BOOST_AUTO_TEST_CASE(an_option_of_another_command_is_refused) {
    BOOST_CHECK_THROW(read({"verify", "--keep", "5"}), WrongUse);
    BOOST_CHECK_THROW(read({"verify", "--seal", "--data", "var"}), WrongUse);
}

BOOST_AUTO_TEST_CASE(an_option_has_one_value) {
    BOOST_CHECK_EXCEPTION(read({"backup", "--keep"}), WrongUse, says("value is missing"));
    BOOST_CHECK_EXCEPTION(read({"backup", "--keep", "5", "--keep", "7"}), WrongUse, says("twice"));
}

BOOST_AUTO_TEST_CASE(a_command_that_there_is_not_is_refused_before_anything_is_done) {
    BOOST_CHECK_EXCEPTION(read({"dance"}), WrongUse, says("dance: no such command"));
    BOOST_CHECK_THROW(read({}), WrongUse);
}

BOOST_AUTO_TEST_CASE(a_count_is_a_whole_number_from_1_on) {
    BOOST_TEST(read({"backup", "--keep", "720"}).count("keep").value() == 720u);
    BOOST_TEST(!read({"backup"}).count("keep"));
    for (const char* wrong : {"5x", "0", "-1", "", " 5", "1.5", "99999999999999999999"})
        BOOST_CHECK_EXCEPTION((void)read({"backup", "--keep", wrong}).count("keep"), WrongUse,
                              says("--keep"));
}

BOOST_AUTO_TEST_SUITE_END()
