// What a stranger's program says of certificates that are signed, and yet prove nothing.
#include <boost/test/unit_test.hpp>
#include <functional>

#include "tests/server/documents/certified.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

Value& pass(Value& certificate) {
    return certificate["erasure"]["passes"].array().at(0);
}

struct Altered {
    const char* verdict;
    std::function<void(Value&)> alter;
};

const Altered alterations[] = {
    {"nothing was done to the drive", [](Value& c) { c["erasure"]["passes"] = Value::Array{}; }},
    {"no pass ended well", [](Value& c) { pass(c)["result"] = "failed"; }},
    {"not every sector was written", [](Value& c) { pass(c)["bytes"] = 512; }},
    {"not every sector was written",
     [](Value& c) { c["erasure"]["method"] = "nvme_format", pass(c)["method"] = "nvme_format"; }},
    {"the method is not that of the last pass that ended well",
     [](Value& c) { c["erasure"]["method"] = "nvme_sanitize_block"; }},
    {"magic is no method", [](Value& c) { pass(c)["method"] = "magic"; }},
    {"the last pass did not end well",
     [](Value& c) {
         Value second = pass(c);
         second["result"] = "timeout";
         c["erasure"]["passes"].array().push_back(second);
     }},
    {"nothing was done that purges", [](Value& c) { c["erasure"]["level"] = "purge"; }},
    {"it reached no level", [](Value& c) { c["erasure"].object().erase("level"); }},
    {"no rule of the site accepts this level", [](Value& c) { c["erasure"].object().erase("policy"); }},
    {"the drive hides sectors",
     [](Value& c) {
         c["erasure"]["hidden"] = Value::Object{{"state", "left"}};
     }},
    {"the drive hides sectors",
     [](Value& c) {
         c["erasure"]["hidden"] = Value::Object{{"state", "unknown"}};
     }},
    {"it has bad sectors", [](Value& c) { c["drive"]["bad_sectors"] = 1; }},
    {"the drive has no size", [](Value& c) { c["drive"]["bytes"] = 0; }},
    {"it names no drive", [](Value& c) { c["drive"]["serial"] = ""; }},
    {"the reading has found something", [](Value& c) { c["verification"]["mismatches"] = 1; }},
    {"the reading has found something", [](Value& c) { c["verification"]["unreadable"] = 1; }},
    {"the reading has found something", [](Value& c) { c["verification"].object().erase("unreadable"); }},
    {"not enough was read", [](Value& c) { c["verification"]["bytes_read"] = 512; }},
    {"the samples are too few",
     [](Value& c) { c["verification"]["method"] = "sampled", c["verification"]["bytes_read"] = 512; }},
    {"the reading is no time", [](Value& c) { c.object().erase("verification"); }},
    {"it was read before the last write", [](Value& c) { pass(c)["ended_at"] = "2027-01-01T00:00:00.000Z"; }},
    {"it says not who erased, or not where", [](Value& c) { c["wiper"].object().erase("place"); }},
    {"it names no evidence", [](Value& c) { c["evidence"]["sha256"] = "0"; }},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(certificate_check_test, Certified)

BOOST_AUTO_TEST_CASE(a_strangers_program_accepts_a_certificate_and_refuses_all_that_prove_nothing) {
    erased(unit);
    const Value genuine = json(certificate());
    BOOST_TEST(audited("certificate.mjs", signedAgain(genuine)) == "good");
    for (const Altered& altered : alterations) {
        Value certificate = genuine;
        altered.alter(certificate);
        BOOST_TEST(audited("certificate.mjs", signedAgain(certificate)) ==
                   std::string("not good: ") + altered.verdict);
    }
}

BOOST_AUTO_TEST_CASE(a_second_check_stands_on_it_and_nobody_checks_himself) {
    accept("nvme", 100);
    erased(unit);
    BOOST_TEST(codeOf(certificate()) == "no_certificate");
    Value body = domain::readCanonical(workbenchReport({.job = job(unit, "full_read", "purge", colleague)}));
    body["format"] = "remise-verification-1";
    Value& drive = body["drives"].array().at(0);
    drive["outcome"] = "verified", drive["steps"] = Value::Array{};
    drive.object().erase("level");
    report(unit, canonicalJson(body));
    Value said = json(certificate());
    BOOST_TEST(audited("certificate.mjs", canonicalJson(said)) == "good");
    BOOST_TEST(said["verifier"].textOr("actor") != said["wiper"].textOr("actor"));
    said["verifier"]["actor"] = said["wiper"]["actor"];
    BOOST_TEST(audited("certificate.mjs", signedAgain(said)) == "not good: the wiper has checked alone");
}

BOOST_AUTO_TEST_CASE(a_strangers_program_refuses_what_was_changed_after_it_was_signed) {
    erased(unit);
    std::string bytes = certificate().body;
    bytes.replace(bytes.find("S29NNXAH146409"), 1, "T");
    BOOST_TEST(audited("certificate.mjs", bytes) == "not good: it was changed after it was signed");
}

BOOST_AUTO_TEST_SUITE_END()
