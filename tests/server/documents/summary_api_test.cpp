#include "server/documents/summary_api.h"

#include <boost/test/unit_test.hpp>
#include <functional>

#include "db/donor_store.h"
#include "server/proof/sha256.h"
#include "tests/server/documents/certified.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

struct Summarised : Certified {
    Summarised() { keys.make(); }
    std::string ofUnit = "/api/v1/units/" + unit + "/certificate", ofLot = "/api/v1/lots/L1/certificate";

    /// Of a unit's first drive.
    Value drive() { return json(paper(ofUnit))["machines"].array().at(0)["drives"].array().at(0); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(summary_api_test, Summarised)

BOOST_AUTO_TEST_CASE(a_machine_whose_drive_is_certified_names_the_certificate_by_its_fingerprint) {
    erased(unit);
    const std::string bytes = paper(ofUnit).body;
    BOOST_TEST(audited("summary.mjs", bytes) == "good", bytes);
    BOOST_TEST(drive().textOr("certificate") == proof::sha256(certificate().body).hex());
    BOOST_TEST(json(paper(ofUnit))["machines"].array().at(0).textOr("data") == "done");
}

BOOST_AUTO_TEST_CASE(what_is_not_certified_is_said_as_such) {
    BOOST_TEST(drive().textOr("status") == "detected");
    erased(unit, {.outcome = "failed", .reason = "timeout"});
    BOOST_TEST(drive().textOr("status") == "failed");
    BOOST_TEST(!drive().has("certificate"));
    const Value counts = json(paper(ofUnit))["counts"];
    BOOST_TEST(counts.integerOr("open", 0) == 1);
    BOOST_TEST(counts.integerOr("machines_open", 0) == 1);
    BOOST_TEST(audited("summary.mjs", paper(ofUnit).body) == "good");
}

BOOST_AUTO_TEST_CASE(a_drive_that_went_into_another_machine_is_still_answered_for) {
    const std::string other = receivedLaptop();
    BOOST_REQUIRE(inventory(other, glpiJson({.serial = "PF1OTHER1"})).status == 200);
    BOOST_TEST(Reports::unit(unit)["drives"].array().empty());
    BOOST_TEST(drive().textOr("drive") == code);
    BOOST_TEST(json(paper(ofUnit))["machines"].array().at(0).textOr("data") == "open");
}

BOOST_AUTO_TEST_CASE(a_machine_into_which_nobody_has_looked_is_open) {
    const std::string other = receivedLaptop();
    const Value said = json(paper("/api/v1/units/" + other + "/certificate"));
    BOOST_TEST(said["machines"].array().at(0).textOr("data") == "unknown");
    BOOST_TEST(said["counts"].integerOr("machines_open", 0) == 1);
}

BOOST_AUTO_TEST_CASE(a_lot_counts_all_its_machines) {
    erased(unit);
    receivedLaptop();
    const Value counts = json(paper(ofLot))["counts"];
    BOOST_TEST(counts.integerOr("machines", 0) == 2);
    BOOST_TEST(counts.integerOr("certified", 0) == 1);
    BOOST_TEST(audited("summary.mjs", paper(ofLot).body) == "good");
    BOOST_TEST(codeOf(paper("/api/v1/lots/L2/certificate")) == "unknown_code");
}

BOOST_AUTO_TEST_CASE(a_donor_gets_a_paper_with_its_name_and_nobody_elses) {
    const auto donor = domain::Uuid::v4();
    db::saveDonor(*database.pool().take(), {donor, "company", "Banque du Nord"});
    const std::string address = "/api/v1/donors/" + donor.text() + "/certificate";
    const Value said = json(paper(address));
    BOOST_TEST(said["of"].textOr("name") == "Banque du Nord");
    BOOST_TEST(said["counts"].integerOr("machines", -1) == 0);
    BOOST_TEST(codeOf(paper("/api/v1/donors/" + domain::Uuid::v4().text() + "/certificate")) ==
               "unknown_code");
    BOOST_TEST(paper(address + ".pdf").body.starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(a_strangers_program_counts_for_itself) {
    erased(unit);
    const Value genuine = json(paper(ofUnit));
    const auto verdictOn = [&](const std::function<void(Value&)>& alter) {
        Value summary = genuine;
        alter(summary);
        return audited("summary.mjs", signedAgain(summary));
    };
    const auto firstDrive = [](Value& s) -> Value& {
        return s["machines"].array().at(0)["drives"].array().at(0);
    };
    BOOST_TEST(verdictOn([](Value& s) { s["counts"]["certified"] = 2; }) ==
               "not good: there are 1 certified, not 2");
    BOOST_TEST(verdictOn([&](Value& s) {
                   firstDrive(s).object().erase("certificate");
               }).ends_with("is certified without certificate, or not and has one"));
    BOOST_TEST(verdictOn([&](Value& s) {
                   firstDrive(s).object().erase("certificate");
                   firstDrive(s)["status"] = "failed";
               }).ends_with("is said to be done, and is not"));
    BOOST_TEST(verdictOn([](Value& s) { s["machines"] = Value::Array{}; }).ends_with("machines, not 1"));
}

BOOST_AUTO_TEST_CASE(a_strangers_program_compares_certificates_with_the_summary) {
    erased(unit);
    const std::string summary = paper(ofUnit).body;
    Value other = json(certificate());
    BOOST_TEST(audited("summary.mjs", summary, canonicalJson(other)) == "good");
    other["drive"]["model"] = "another";
    BOOST_TEST(audited("summary.mjs", summary, signedAgain(other)) ==
               "not good: it does not name the certificate of " + code);
}

BOOST_AUTO_TEST_CASE(the_paper_names_machines_and_fingerprints) {
    erased(unit);
    const std::string pdf = file("summary.pdf", paper(ofLot + ".pdf").body);
    const std::string words = printed("pdftotext -layout " + pdf + " -");
    for (const std::string& said : {std::string("Lot L1"), unit, std::string("S29NNXAH146409"),
                                    proof::sha256(certificate().body).hex().substr(0, 16)})
        BOOST_TEST(words.find(said) != words.npos, said << " in " << words);
    BOOST_TEST(paper(ofLot + ".pdf", "en").body.starts_with("%PDF-"));
}

BOOST_AUTO_TEST_CASE(the_house_finds_the_papers_on_the_machines_passport_and_the_public_does_not) {
    const auto page = [&](const std::string& asking) {
        return ask({.target = "/u/" + unit, .token = asking, .headers = {{"Accept", "text/html"}}}).body;
    };
    BOOST_TEST(page(bearer).find(ofUnit + ".pdf") != std::string::npos);
    BOOST_TEST(page(bearer).find(ofLot + ".pdf") != std::string::npos);
    BOOST_TEST(page("").find("certificate.pdf") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(only_the_house_asks_for_it) {
    for (const std::string& address : {ofUnit, ofLot, ofLot + ".pdf"}) {
        BOOST_TEST(ask({.target = address}).status == 401);
        BOOST_TEST(ask({.target = address, .token = bearerOf(domain::Role::association)}).status == 403);
    }
}

BOOST_AUTO_TEST_SUITE_END()
