#include "server/workshop/answer_agent.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "drivers/reports/compressed.h"
#include "server/http/server.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Value;
using drivers::reports::packZlib;
using drivers::reports::unpackZlib;

namespace {

const std::string prolog =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<REQUEST><DEVICEID>banc-1</DEVICEID><QUERY>PROLOG</QUERY>"
    "<TOKEN>12345678</TOKEN></REQUEST>";

std::string inventoryXml(const std::string& serial = "PF0ABC12") {
    return "<REQUEST><CONTENT><BIOS><SMANUFACTURER>LENOVO</SMANUFACTURER><SMODEL>T480</SMODEL><SSN>" +
           serial +
           "</SSN></BIOS><STORAGES><NAME>sda</NAME><TYPE>disk</TYPE><SERIALNUMBER>S29NNXAH146409</"
           "SERIALNUMBER>"
           "</STORAGES></CONTENT><DEVICEID>banc-1</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>";
}

Asked fromAgent(std::string body) {
    return {.method = "POST", .target = "/api/v1/inventories", .body = std::move(body)};
}

/// An agent as Debian has it, in a place of its own: what it remembers goes away with it.
class RealAgent {
public:
    static boost::test_tools::assertion_result isThere(boost::unit_test::test_unit_id) {
        boost::test_tools::assertion_result there(
            runs("command -v fusioninventory-agent") &&
            runs("unshare -rm mount -t tmpfs none /var/lib/fusioninventory-agent"));
        if (!there) there.message() << "no fusioninventory-agent that may be run";
        return there;
    }

    /// What it wrote while it spoke with the server at this port.
    std::string speakWith(std::uint16_t port) {
        const std::string log = m_folder.path() / "log";
        runs(
            "unshare -rm sh -c 'mount -t tmpfs none /var/lib/fusioninventory-agent && "
            "exec fusioninventory-agent --server http://127.0.0.1:" +
            std::to_string(port) + "/api/v1/inventories --debug --logger stderr' 2>" + log);
        std::ifstream file(log);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    static bool runs(const std::string& line) {
        return std::system(("(" + line + ") >/dev/null").c_str()) == 0;  // NOLINT(cert-env33-c)
    }

    TemporaryFolder m_folder;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(answer_agent_test)

BOOST_AUTO_TEST_CASE(an_agent_that_begins_is_told_to_send_and_nothing_is_kept) {
    Reports reports;
    const auto plain = reports.ask(fromAgent(prolog));
    BOOST_TEST(plain.status == 200);
    BOOST_TEST(plain.type == "application/xml");
    BOOST_TEST(plain.body.find("<RESPONSE>SEND</RESPONSE>") != plain.body.npos);
    BOOST_TEST(plain.body.find("<PROLOG_FREQ>24</PROLOG_FREQ>") != plain.body.npos);
    const auto packed = reports.ask(fromAgent(packZlib(prolog)));
    BOOST_TEST(packed.status == 200);
    BOOST_TEST(packed.type == "application/x-compress-zlib");
    BOOST_TEST(*unpackZlib(packed.body) == plain.body);
    BOOST_TEST(reports.count("inventory") == 0);
}

BOOST_AUTO_TEST_CASE(its_inventory_waits_until_somebody_says_whose_it_is) {
    Reports reports;
    const auto reply = reports.ask(fromAgent(packZlib(inventoryXml())));
    BOOST_TEST(reply.status == 202);
    const std::string said = *unpackZlib(reply.body);
    BOOST_TEST(said.find("<RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE>") != said.npos);
    BOOST_TEST(said.find("<STATE>unassigned</STATE>") != said.npos);
    BOOST_REQUIRE(reports.queue().size() == 1);
    const Value waiting = reports.queue()[0];
    BOOST_TEST(waiting.textOr("state") == "unassigned");
    BOOST_TEST(waiting.textOr("serial") == "PF0ABC12");
    BOOST_TEST(waiting.integerOr("drives", 0) == 1);
    BOOST_TEST(said.find("<REPORT>" + waiting.textOr("id") + "</REPORT>") != said.npos);
    BOOST_TEST(reports.count("unit") == 0);
}

BOOST_AUTO_TEST_CASE(the_same_report_sent_again_waits_once) {
    Reports reports;
    const auto first = reports.ask(fromAgent(inventoryXml()));
    BOOST_TEST(reports.ask(fromAgent(inventoryXml())).body == first.body);
    BOOST_TEST(reports.queue().size() == 1);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_understood_is_kept_to_be_looked_at) {
    Reports reports;
    const std::string packed = packZlib(inventoryXml());
    for (const std::string& body :
         {std::string("<REQUEST><X/></REQUEST>"), inventoryXml().substr(0, 90), packed.substr(0, 60),
          std::string("<REQUEST><CONTENT/><DEVICEID>x</DEVICEID><QUERY>SNMPQUERY</QUERY></REQUEST>")})
        BOOST_TEST(reports.ask(fromAgent(body)).status == 202, body);
    BOOST_TEST(reports.queue().size() == 4);
    for (const Value& waiting : reports.queue())
        BOOST_TEST(waiting.textOr("state") == "unread");
}

BOOST_AUTO_TEST_CASE(an_agent_may_only_leave_xml_for_nobody_in_particular) {
    Reports reports;
    auto other = fromAgent(inventoryXml());
    other.target += "?unit=BCDFGHJR";
    BOOST_TEST(reports.codeOf(reports.ask(other)) == "sign_in_needed");
    BOOST_TEST(reports.codeOf(reports.ask(fromAgent(glpiJson()))) == "sign_in_needed");
    BOOST_TEST(reports.count("inventory") == 0);
}

BOOST_AUTO_TEST_CASE(an_agent_comes_from_this_machine_or_a_network_that_is_listed) {
    Reports reports;
    auto other = fromAgent(prolog);
    other.remote = "192.168.10.7";
    BOOST_TEST(reports.codeOf(reports.ask(other)) == "sign_in_needed");
    reports.options.agentsFrom = http::Networks::parse("192.168.10.0/24").value();
    BOOST_TEST(reports.ask(other).status == 200);
    other.remote = "192.168.11.7";
    BOOST_TEST(reports.codeOf(reports.ask(other)) == "sign_in_needed");
    other = fromAgent(prolog);
    other.headers = {{"X-Forwarded-For", "192.0.2.7"}};
    BOOST_TEST(reports.codeOf(reports.ask(other)) == "sign_in_needed");
}

BOOST_AUTO_TEST_CASE(a_doctype_and_what_is_past_the_limits_are_refused_and_not_kept) {
    Reports reports;
    const auto code = [&](const std::string& body) { return reports.codeOf(reports.ask(fromAgent(body))); };
    const std::string doctype = "<?xml version='1.0'?><!DocType x [<!ENTITY a 'b'>]><x/>";
    BOOST_TEST(code(doctype) == "has_doctype");
    BOOST_TEST(code(packZlib(doctype)) == "has_doctype");
    BOOST_TEST(code("<x>" + std::string(1 << 20, ' ') + "</x>") == "too_large");
    BOOST_TEST(code(packZlib("<x>" + std::string(16 << 20, ' ') + "</x>")) == "too_large");
    BOOST_TEST(reports.count("inventory") == 0);
}

BOOST_AUTO_TEST_CASE(an_address_may_speak_sixty_times_an_hour) {
    Reports reports;
    for (int i = 0; i < 60; ++i)
        BOOST_TEST(reports.ask(fromAgent("<x>" + std::to_string(i) + "</x>")).status == 202);
    BOOST_TEST(reports.codeOf(reports.ask(fromAgent("<y/>"))) == "too_many_tries");
    BOOST_TEST(reports.codeOf(reports.ask(fromAgent(prolog))) == "too_many_tries");
    BOOST_TEST(reports.count("inventory") == 60);
}

BOOST_AUTO_TEST_CASE(the_agent_of_debian_fills_in_a_unit_once_a_scan_ties_it,
                     *boost::unit_test::precondition(RealAgent::isThere)) {
    Reports reports;
    http::Server server{{.port = 0}, reports.program.router(), reports.program.streams()};
    const std::string log = RealAgent().speakWith(server.port());
    BOOST_TEST_INFO(log);
    BOOST_REQUIRE(reports.queue().size() == 1);
    const Value waiting = reports.queue()[0];
    BOOST_TEST(waiting.textOr("state") == "unassigned");
    BOOST_TEST(waiting.integerOr("memory_mb", 0) > 0);
    BOOST_TEST(!waiting.textOr("cpu").empty());
    BOOST_TEST(log.find("[error]") == log.npos);
    const auto unit = reports.receivedLaptop();
    const auto tied = reports.post("/api/v1/inventories/" + waiting.textOr("id") + "/tie?unit=" + unit +
                                       "&command=" + reports.newId() + "&worker=" + reports.worker,
                                   "");
    BOOST_REQUIRE_MESSAGE(tied.status == 200, tied.body);
    const Value hardware = reports.unit(unit)["hardware"];
    BOOST_TEST(hardware.textOr("cpu") == waiting.textOr("cpu"));
    BOOST_TEST(hardware.integerOr("memory_mb", 0) == waiting.integerOr("memory_mb", 1));
}

BOOST_AUTO_TEST_SUITE_END()
