#include "drivers/printers/decode.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "drivers/printers/brother_ql/brother_ql.h"
#include "drivers/printers/escpos/escpos.h"
#include "drivers/printers/models.h"
#include "drivers/printers/zpl/zpl.h"

using namespace remise;
using drivers::decode;
using drivers::StreamError;
using labels::Bitmap;

namespace {

Bitmap aLabel() {
    Bitmap label(696, 120);
    label.blacken({10, 10, 300, 80});
    return label;
}

std::string qlStream() {
    const auto model = std::get<drivers::brother_ql::Model>(drivers::modelNamed("QL-710W")->language);
    const auto medium = drivers::brother_ql::mediumOf(drivers::brother_ql::MediaType::endless, 62, 0).value();
    return drivers::brother_ql::beginning(model) +
           drivers::brother_ql::encode(aLabel(), medium, model).whole();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(decode_test)

BOOST_AUTO_TEST_CASE(the_language_is_known_from_the_first_command) {
    BOOST_TEST((decode(drivers::zpl::encode(aLabel())) == std::vector{aLabel()}));
    BOOST_TEST((decode(qlStream()) == std::vector{aLabel()}));
    BOOST_TEST((decode(drivers::escpos::encode(aLabel(), 696, drivers::escpos::Cutter::cuts)) ==
                std::vector{aLabel()}));
}

BOOST_AUTO_TEST_CASE(several_labels_come_back_one_by_one) {
    BOOST_TEST(decode(drivers::zpl::encode(aLabel()) + "~HS\n" + drivers::zpl::encode(aLabel())).size() ==
               2U);
    BOOST_TEST(decode(qlStream() + qlStream() + qlStream()).size() == 3U);
}

BOOST_AUTO_TEST_CASE(what_is_in_no_language_is_refused) {
    for (const std::string stream : {"", "hello", "\x1b@", "%PDF-1.7"})
        BOOST_CHECK_THROW(decode(stream), StreamError);
}

BOOST_AUTO_TEST_CASE(zpl_that_the_printer_would_draw_itself_is_refused_by_name) {
    BOOST_CHECK_EXCEPTION(
        decode("^XA^FO10,10^A0N,30,30^FDHello^FS^XZ"), StreamError,
        [](const StreamError& error) { return std::string(error.what()).find("^A0") != std::string::npos; });
}

BOOST_AUTO_TEST_CASE(zpl_with_lies_about_its_size_is_refused) {
    for (const char* stream :
         {"^XA^GFA,4,4,0,FF^XZ", "^XA^GFA,99999999,99999999,1,:^XZ", "^XA^PW0^XZ", "^XA^PW99999^XZ",
          "^XA^GFA,2,2,1,zzzzzzzzzF^XZ", "^XA^GFA,2,2,1,FF^XZ", "^XA^FO99999,0^XZ", "^XA^GFA,2,2,1,FFFF",
          "^GFA,1,1,1,FF", "^XA^GFB,1,1,1,x^XZ"})
        BOOST_CHECK_THROW(decode(stream), StreamError);
}

BOOST_AUTO_TEST_CASE(a_stream_damaged_anywhere_is_decoded_or_refused) {
    std::mt19937 random(11);
    for (std::string stream : {drivers::zpl::encode(aLabel()), qlStream(),
                               drivers::escpos::encode(aLabel(), 696, drivers::escpos::Cutter::cuts)}) {
        for (int n = 0; n < 400; ++n) {
            std::string damaged = stream;
            damaged[random() % damaged.size()] = static_cast<char>(random());
            damaged.resize(damaged.size() - random() % 3 * (random() % damaged.size()) / 3);
            try {
                decode(damaged);
            } catch (const StreamError& refused) {
                BOOST_TEST(std::string(refused.what()).find(" at byte ") != std::string::npos);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
