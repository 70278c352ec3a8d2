#include "terminal/workbench/job.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/proof/signed_document.h"

using namespace remise;
using domain::Value;

namespace {

const proof::SigningKey key = proof::SigningKey::make();
const proof::PublicKeys keys{{key.publicKey().id(), key.publicKey()}};
const domain::Milliseconds noon = *domain::parseTime("2026-11-23T12:00:00Z");

Value job() {
    return Value::Object{{"format", "remise-job-1"},
                         {"id", "018f2b5c-0000-7000-8000-000000000001"},
                         {"unit", "BCDFGHJR"},
                         {"made_at", "2026-11-23T11:00:00Z"},
                         {"expires_at", "2026-11-23T23:00:00Z"},
                         {"erase", "purge"},
                         {"verification", "sampled"},
                         {"drives", Value::Array{Value::Object{{"serial", "WD-WX11A"}}}}};
}

std::string signedText(const Value& document) {
    return domain::canonicalJson(proof::signDocument(document, key));
}

std::string whyNot(const std::string& text, domain::Milliseconds at = noon) {
    try {
        workbench::readJob(text, keys, at);
        return "";
    } catch (const workbench::NotAJob& error) {
        return error.what();
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(job_test)

BOOST_AUTO_TEST_CASE(a_signed_job_says_which_drives_and_how) {
    const workbench::Job read = workbench::readJob(signedText(job()), keys, noon);
    BOOST_TEST(read.unit == "BCDFGHJR");
    BOOST_TEST(read.erases);
    BOOST_TEST((read.verification == drivers::disks::Extent::sampled));
    BOOST_TEST(read.serials == std::vector<std::string>{"WD-WX11A"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_job_that_nobody_signed_is_none) {
    BOOST_TEST(whyNot(domain::canonicalJson(job())) == "the job is not signed");
}

BOOST_AUTO_TEST_CASE(a_job_of_another_server_is_none) {
    const auto other = proof::SigningKey::make();
    const auto text = domain::canonicalJson(proof::signDocument(job(), other));
    BOOST_TEST(whyNot(text) ==
               "the job is signed with the key " + other.publicKey().id() + ", which is not the server's");
}

BOOST_AUTO_TEST_CASE(a_drive_added_to_a_job_undoes_its_signature) {
    Value longer = proof::signDocument(job(), key);
    longer["drives"].array().push_back(Value::Object{{"serial", "S3Z5NB0K"}});
    BOOST_TEST(whyNot(domain::canonicalJson(longer)) == "the job was changed after it was signed");
}

BOOST_AUTO_TEST_CASE(a_job_is_in_force_for_its_time_only) {
    const auto hours = [](int n) { return noon + domain::Milliseconds{n} * 60 * 60 * 1000; };
    BOOST_TEST(whyNot(signedText(job()), hours(10)) == "");
    BOOST_TEST(
        whyNot(signedText(job()), hours(11)).starts_with("the job was in force until 2026-11-23T23:00"));
    BOOST_TEST(whyNot(signedText(job()), hours(-24 * 365)).ends_with("set it"));
}

BOOST_DATA_TEST_CASE(a_job_that_lacks_what_matters_is_none,
                     boost::unit_test::data::make({"id", "made_at", "expires_at", "erase", "verification",
                                                   "drives", "format"}),
                     member) {
    Value shorter = job();
    shorter.object().erase(member);
    BOOST_TEST(whyNot(signedText(shorter)) != "");
}

BOOST_AUTO_TEST_CASE(what_is_no_json_is_no_job) {
    BOOST_TEST(whyNot("erase everything") == "the job is not readable JSON");
    BOOST_TEST(whyNot("[]") == "the job is not signed");
}

BOOST_AUTO_TEST_SUITE_END()
