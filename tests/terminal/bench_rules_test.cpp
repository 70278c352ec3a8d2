#include "terminal/bench_rules.h"

#include <boost/test/unit_test.hpp>

#include "terminal/bench_view.h"
#include "terminal/wording.h"

using namespace remise;
using namespace remise::terminal;
using domain::Value;

namespace {

const std::string report = "019a1b2c-3d4e-7f50-8a6b-0c1d2e3f4a5b";

Value bench(const std::string& id, Value state, const Value& unit = {}) {
    return Value::Object{{"report", id}, {"unit", unit}, {"silent", false}, {"state", std::move(state)}};
}

Value withSerial(const std::string& id, const std::string& serial, const Value& unit = {}) {
    return bench(id, Value::Object{{"phase", "waiting"}, {"machine", Value::Object{{"serial", serial}}}},
                 unit);
}

Value in(const std::string& phase, const std::string& needs = "") {
    Value state = Value::Object{{"phase", phase}};
    if (!needs.empty()) state["needs"] = needs;
    return bench(phase + needs, state);
}

std::string order(const std::vector<Value>& benches) {
    std::string ids;
    for (const Value& one : benches)
        ids += (ids.empty() ? "" : " ") + one.textOr("report");
    return ids;
}

QString at(const QVariantMap& tile, const char* member) {
    return tile[member].toString();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bench_rules_test)

BOOST_AUTO_TEST_CASE(those_that_need_hands_come_first_and_those_that_are_done_last) {
    BOOST_TEST(order(benchesByNeed({in("done", "take"), in("erasing"), in("stopped"), in("failed", "destroy"),
                                    in("testing"), in("waiting", "scan")})) ==
               "faileddestroy waitingscan stopped erasing testing donetake");
}

BOOST_AUTO_TEST_CASE(
    a_unit_can_be_its_own_machine_or_one_without_a_unit_and_its_serial_number_makes_it_likely) {
    const Value unit = Value::Object{{"code", "BCDFGHJK"}, {"serial", "pf0abcde"}};
    const std::vector<Value> benches{withSerial("other", "PF0ABCDE", "LMNPQRST"),
                                     withSerial("free", "5CG1234XYZ"), withSerial("likely", "PF0 ABCDE"),
                                     withSerial("own", "", "BCDFGHJK")};
    BOOST_TEST(order(benchesFor(unit, benches)) == "own likely free");
    BOOST_TEST(isOtherSerialThan(benches[1], unit));
    BOOST_TEST(!isOtherSerialThan(benches[2], unit));
    BOOST_TEST(!isOtherSerialThan(withSerial("x", "None"), unit), "a placeholder tells nothing");
    BOOST_TEST(!isLikelyBenchOf(withSerial("x", "To be filled by O.E.M."),
                                Value::Object{{"serial", "To be filled by O.E.M."}}),
               "what a maker left there tells nothing");
}

BOOST_AUTO_TEST_CASE(of_machines_that_tell_no_number_those_of_the_units_model_come_first) {
    const Value unit =
        Value::Object{{"code", "BCDFGHJK"}, {"serial", "PF0ABCDE"}, {"model", "ThinkPad T480"}};
    const auto ofModel = [](const std::string& model) {
        const Value machine = Value::Object{{"model", model}};
        return bench(model, Value::Object{{"phase", "waiting"}, {"machine", machine}});
    };
    BOOST_TEST(order(benchesFor(unit, {withSerial("other", "5CG1234XYZ"), ofModel("Latitude 5490"),
                                       ofModel("ThinkPad T480")})) == "ThinkPad T480 Latitude 5490 other");
}

BOOST_AUTO_TEST_CASE(the_code_on_its_screen_names_a_machine_on_any_keyboard) {
    const Value machine = bench(report, Value::Object{{"phase", "waiting"}});
    for (const std::string text : {"https://remise.example/b/019a1b2c-3d4e-7f50-8a6b-0c1d2e3f4a5b",
                                   "HTTPS://REMISE.EXAMPLE/B/019A1B2C-3D4E-7F50-8A6B-0C1D2E3F4A5B",
                                   "httpsÖ--remise.example-b-019a1b2cß3d4eß7f50ß8a6bß0c1d2e3f4a5b",
                                   "httpsM!!re,ise:exq,ple!b!à&çq&béc)\"d'e)èf(à)_q-b)àc&dée\"f'q(b"})
        BOOST_TEST(isBenchNamed(machine, {.text = text}), text);
    BOOST_TEST(!isBenchNamed(machine, {.text = "https://remise.example/b/"}));
    BOOST_TEST(!isBenchNamed(bench("", Value::Object{}), {.text = "anything"}));
}

BOOST_AUTO_TEST_CASE(a_tile_says_what_the_machine_does_how_far_it_is_and_for_how_long) {
    Value state = Value::Object{
        {"phase", "erasing"},
        {"machine", Value::Object{{"maker", "Lenovo"}, {"model", "ThinkPad T480"}, {"bench", "banc 3"}}},
        {"drives", Value::Array{Value::Object{{"state", "erasing"},
                                              {"bytes", std::int64_t{256'000'000'000}},
                                              {"permil", 420},
                                              {"remaining_s", 720}}}}};
    const auto tile = benchTile(bench(report, state, "BCDFGHJK"), wordingIn(domain::Language::french));
    BOOST_TEST(at(tile, "code").toStdString() == "BCDF\u00a0GHJK");
    BOOST_TEST(at(tile, "name").toStdString() == "ThinkPad T480");
    BOOST_TEST(at(tile, "detail").toStdString() == "banc 3 · Lenovo");
    BOOST_TEST(at(tile, "word").toStdString() == "Efface");
    BOOST_TEST(at(tile, "sign").toStdString() == "info");
    BOOST_TEST(at(tile, "left").toStdString() == "encore 12 min");
    BOOST_TEST(tile["permil"].toInt() == 420);
    BOOST_TEST(at(tile, "needs").isEmpty());
}

BOOST_AUTO_TEST_CASE(a_tile_says_what_hands_are_for) {
    const auto words = wordingIn(domain::Language::french);
    BOOST_TEST(at(benchTile(in("failed", "destroy"), words), "needs").toStdString() == "Sors le disque");
    BOOST_TEST(at(benchTile(in("waiting", "scan"), words), "needs").toStdString() == "Scanne la machine");
    BOOST_TEST(at(benchTile(in("waiting", "dance"), words), "needs").toStdString() == "dance",
               "what a newer machine wants is not kept from anybody");
}

BOOST_AUTO_TEST_CASE(
    a_machine_that_fell_silent_in_its_work_says_so_and_one_that_is_done_may_be_switched_off) {
    const auto words = wordingIn(domain::Language::french);
    Value silent = in("erasing"), done = in("done");
    silent["silent"] = done["silent"] = true;
    BOOST_TEST(at(benchTile(silent, words), "word").toStdString() == "Ne répond plus");
    BOOST_TEST(benchTile(silent, words)["permil"].toInt() == -1);
    BOOST_TEST(at(benchTile(done, words), "word").toStdString() == "Fini");
}

BOOST_AUTO_TEST_CASE(tests_are_measured_by_those_that_are_answered) {
    const auto test = [](const char* result) { return Value(Value::Object{{"result", result}}); };
    Value state =
        Value::Object{{"phase", "testing"},
                      {"tests", Value::Array{test("pass"), test("na"), test("running"), test("waiting")}}};
    BOOST_TEST(benchTile(bench(report, state), {})["permil"].toInt() == 500);
}

BOOST_AUTO_TEST_SUITE_END()
