#include "server/wire/command_json.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "server/wire/json.h"

using namespace remise;
using namespace domain;
using wire::readCommands;
namespace data = boost::unit_test::data;

namespace {

constexpr Milliseconds now = 1'790'000'000'000;
const std::string id = "018f2c3d-4e5f-7abc-9def-0123456789ab";

/// The only element, with these members beside its id.
wire::ReadCommand one(const std::string& members) {
    auto read = readCommands("[{\"id\":\"" + id + "\"" + (members.empty() ? "" : ",") + members + "}]", now);
    BOOST_REQUIRE(read.ok());
    BOOST_REQUIRE_EQUAL(read->size(), 1u);
    return std::move(read->front());
}

std::string refusedField(const std::string& members) {
    const auto read = one(members);
    return read.refusal ? std::string(read.refusal->code()) + " " + read.refusal->details().at("field") : "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(command_json_test)

BOOST_AUTO_TEST_CASE(an_id_in_capitals_is_the_same_id_and_the_same_content) {
    std::string capitals = id;
    for (char& c : capitals)
        c = static_cast<char>(std::toupper(c));
    const auto small = readCommands("[{\"id\":\"" + id + "\",\"kind\":\"clean\"}]", now);
    const auto large = readCommands("[{\"id\":\"" + capitals + "\",\"kind\":\"clean\"}]", now);
    BOOST_REQUIRE((small.ok() && large.ok()));
    BOOST_TEST(small->front().command.id.text() == large->front().command.id.text());
    BOOST_TEST(small->front().content == large->front().content);
}

BOOST_AUTO_TEST_CASE(a_command_is_read_as_it_was_written) {
    Command command;
    command.id = *Uuid::parse(id);
    command.at = now;
    command.worker = "BADGE";
    command.station = "tri 1 é";
    command.kind = "sort";
    command.subject = "BCDFGHJR";
    command.expects = 7;
    command.after = Uuid::v7(now);
    command.data = Value::Object{{"category", "laptop"}, {"verdict", "keep"}};
    const auto read = readCommands(wire::writeCommands({command, command}), 0);
    BOOST_REQUIRE(read.ok());
    BOOST_REQUIRE_EQUAL(read->size(), 2u);
    const Command& same = read->back().command;
    BOOST_TEST(!read->back().refusal);
    BOOST_TEST((same.id == command.id));
    BOOST_TEST(same.at == command.at);
    BOOST_TEST(same.worker == command.worker);
    BOOST_TEST(same.station == command.station);
    BOOST_TEST(same.kind == command.kind);
    BOOST_TEST(same.subject == command.subject);
    BOOST_TEST(*same.expects == 7);
    BOOST_TEST((same.after == command.after));
    BOOST_TEST((same.data == command.data));
}

BOOST_AUTO_TEST_CASE(what_may_be_left_out_is_left_out) {
    const auto read = one("");
    BOOST_TEST(!read.refusal);
    BOOST_TEST(read.command.at == now);
    BOOST_TEST(read.command.kind.empty());
    BOOST_TEST(!read.command.expects);
    BOOST_TEST(!read.command.after);
    BOOST_TEST(read.command.data.isNull());
    Command bare;
    bare.id = *Uuid::parse(id);
    BOOST_TEST(wire::writeCommands({bare}).find("worker") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(any_version_of_uuid_is_an_id) {
    const auto read = readCommands(
        R"([{"id":"9B2E63E5-2C4A-4F4F-8B1C-6B1E0A3D2C1F"},{"id":"00000000-0000-0000-0000-000000000001"}])",
        now);
    BOOST_REQUIRE(read.ok());
    BOOST_TEST(read->size() == 2u);
}

const std::string noArrays[] = {"{}", "null", "7", "\"[]\"", "true"};

BOOST_DATA_TEST_CASE(a_body_that_is_no_array_is_refused_whole, data::make(noArrays), body) {
    const auto read = readCommands(body, now);
    BOOST_REQUIRE(!read.ok());
    BOOST_TEST(read.refusal().code() == "bad_shape");
}

BOOST_AUTO_TEST_CASE(a_body_that_is_no_json_is_refused_whole) {
    BOOST_TEST(readCommands("[", now).refusal().code() == "not_json");
    BOOST_TEST(readCommands("", now).refusal().code() == "not_json");
}

const std::string noIds[] = {"1",
                             "null",
                             "[]",
                             "{}",
                             "\"x\"",
                             R"({"id":7})",
                             R"({"id":""})",
                             R"({"ID":"018f2c3d-4e5f-7abc-9def-0123456789ab"})",
                             R"({"id":"018f2c3d4e5f7abc9def0123456789ab"})"};

BOOST_DATA_TEST_CASE(an_element_without_an_id_refuses_the_whole_and_is_pointed_at, data::make(noIds),
                     element) {
    const auto read = readCommands("[{\"id\":\"" + id + "\"}," + element + "]", now);
    BOOST_REQUIRE(!read.ok());
    BOOST_TEST(read.refusal().code() == "bad_shape");
    BOOST_TEST(read.refusal().details().at("why") == "[1].id");
}

BOOST_AUTO_TEST_CASE(no_commands_are_no_fault) {
    const auto read = readCommands("[]", now);
    BOOST_REQUIRE(read.ok());
    BOOST_TEST(read->empty());
}

BOOST_AUTO_TEST_CASE(five_hundred_commands_are_read_and_one_more_is_too_many) {
    std::string body = "[";
    for (int i = 0; i < 500; ++i)
        body += (i ? ",{\"id\":\"" : "{\"id\":\"") + id + "\"}";
    BOOST_TEST(readCommands(body + "]", now)->size() == 500u);
    BOOST_TEST(readCommands(body + ",{\"id\":\"" + id + "\"}]", now).refusal().code() == "too_large");
}

struct Fault {
    std::string members, refused;
};
const Fault faults[] = {
    {R"("worker":7)", "bad_data worker"},
    {R"("worker":"a\u0000b")", "bad_data worker"},
    {R"("station":[])", "bad_data station"},
    {"\"station\":\"" + std::string(256, 'x') + "\"", "bad_data station"},
    {R"("kind":true)", "bad_data kind"},
    {R"("unit":{})", "bad_data unit"},
    {R"("at":1790000000000)", "bad_data at"},
    {R"("at":"yesterday")", "bad_data at"},
    {R"("expects":"7")", "bad_data expects"},
    {R"("after":"x")", "bad_data after"},
    {R"("after":7)", "bad_data after"},
    {R"("counter":"1")", "bad_data counter"},
    {R"("counter":0)", "bad_data counter"},
    {R"("late":1)", "bad_data late"},
    {R"("colour":"red")", "unknown_data colour"},
};
std::ostream& operator<<(std::ostream& out, const Fault& fault) {
    return out << fault.members.substr(0, 40);
}

BOOST_DATA_TEST_CASE(any_other_fault_refuses_its_element_alone, data::make(faults), fault) {
    BOOST_TEST(refusedField(fault.members) == fault.refused);
    const auto read = readCommands(
        "[{\"id\":\"" + id + "\"," + fault.members + "},{\"id\":\"" + id + "\",\"kind\":\"clean\"}]", now);
    BOOST_REQUIRE(read.ok());
    BOOST_TEST(read->front().refusal.has_value());
    BOOST_TEST(!read->back().refusal.has_value());
    BOOST_TEST(read->back().command.kind == "clean");
}

BOOST_AUTO_TEST_CASE(null_members_count_as_left_out) {
    BOOST_TEST(
        refusedField(
            R"("worker":null,"at":null,"expects":null,"after":null,"counter":null,"late":null,"data":null)") ==
        "");
}

BOOST_AUTO_TEST_CASE(a_command_of_more_than_256_kib_is_refused_alone) {
    const auto sized = [](std::size_t size) {
        return "\"kind\":\"note\",\"data\":{\"x\":\"" + std::string(size, 'x') + "\"}";
    };
    BOOST_TEST(!one(sized(200 << 10)).refusal);
    BOOST_REQUIRE(one(sized(256 << 10)).refusal);
    BOOST_TEST(one(sized(256 << 10)).refusal->code() == "too_large");
}

BOOST_AUTO_TEST_CASE(the_same_command_written_otherwise_has_the_same_content) {
    const auto content = [](const std::string& body) { return readCommands(body, now)->front().content; };
    const std::string plain = "[{\"id\":\"" + id + R"(","kind":"sort","data":{"a":1,"b":"é"}}])";
    BOOST_TEST(
        content(plain) ==
        content("[ {\"data\" : {\"b\":\"\\u00e9\", \"a\":1},\n\"kind\":\"sort\", \"id\":\"" + id + "\"} ]"));
    BOOST_TEST(content(plain) != content("[{\"id\":\"" + id + R"(","kind":"sort","data":{"a":2,"b":"é"}}])"));
}

BOOST_AUTO_TEST_CASE(a_command_sent_late_is_the_same_command) {
    const auto read = [](const std::string& members) {
        return readCommands("[{\"id\":\"" + id + "\",\"kind\":\"sort\",\"counter\":7" + members + "}]", now)
            ->front();
    };
    BOOST_TEST(read("").content == read(",\"late\":true").content);
    BOOST_TEST(read(",\"late\":true").command.isLate);
    BOOST_TEST(!read(",\"late\":false").command.isLate);
    BOOST_TEST((read("").command.counter == 7));
}

// Replies

BOOST_AUTO_TEST_CASE(replies_are_read_as_they_were_written) {
    const std::vector<CommandReply> replies{
        {*Uuid::parse(id), true, "", "", SubjectView{"BCDFGHJR", "in_work", "test", 3}},
        {*Uuid::parse(id), false, "stale", "Quelqu'un a déjà changé « X ».", {}}};
    const auto read = wire::readReplies(wire::writeReplies(replies));
    BOOST_REQUIRE(read.ok());
    BOOST_REQUIRE_EQUAL(read->size(), 2u);
    BOOST_TEST(wire::writeReplies(*read) == wire::writeReplies(replies));
}

BOOST_AUTO_TEST_CASE(an_accepted_reply_reads_as_the_contract_says) {
    BOOST_TEST(
        wire::writeReplies(
            {{*Uuid::parse(id), true, "", "", SubjectView{"BCDFGHJR", "in_work", "test", 3}}}) ==
        "[{\"id\":\"" + id +
            R"(","status":"accepted","unit":{"code":"BCDFGHJR","next":"test","stage":"in_work","version":3}}])");
    BOOST_TEST(wire::writeReplies({{*Uuid::parse(id), false, "stale", "Regarde encore.", {}}}) ==
               "[{\"id\":\"" + id +
                   R"(","refusal":{"code":"stale","message":"Regarde encore."},"status":"refused"}])");
}

BOOST_DATA_TEST_CASE(what_are_no_replies_is_refused,
                     data::make({"{}", "[1]", "[{}]", "[{\"id\":\"x\"}]", "x"}), body) {
    BOOST_TEST(!wire::readReplies(body).ok());
}

BOOST_AUTO_TEST_SUITE_END()
