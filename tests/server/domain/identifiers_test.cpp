#include "server/domain/identifiers.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "tests/support/field_files.h"

using namespace remise::domain;
namespace data = boost::unit_test::data;

namespace remise::domain {
std::ostream& operator<<(std::ostream& out, TrackingVerdict verdict) {
    constexpr std::string_view names[] = {"valid", "warn", "invalid"};
    return out << names[static_cast<int>(verdict)];
}
}  // namespace remise::domain

BOOST_AUTO_TEST_SUITE(identifiers_test)

BOOST_DATA_TEST_CASE(an_association_number_may_hold_a_letter_overseas,
                     data::make({"W751515517", "W9R1011072", "W2A1000123"}), number) {
    BOOST_TEST(isRna(number));
}

BOOST_DATA_TEST_CASE(other_texts_are_no_association_number,
                     data::make({"W12", "165789325", "W2AA000119", "w751515517", "W75151551", "W7515155170",
                                 "WA41009978", "", "W75151551\xC3\xA9"}),
                     number) {
    BOOST_TEST(!isRna(number));
}

BOOST_AUTO_TEST_CASE(company_numbers_carry_luhns_digit) {
    BOOST_TEST(isSiren("732829320"));
    BOOST_TEST(!isSiren("732829321"));
    BOOST_TEST(!isSiren("73282932"));
    BOOST_TEST(isSiret("73282932000074"));
    BOOST_TEST(!isSiret("73282932000079"));
    BOOST_TEST(!isSiret("7328293200007A"));
}

BOOST_AUTO_TEST_CASE(zeros_alone_are_nobodys_number) {
    BOOST_TEST(!isSiren("000000000"));
    BOOST_TEST(!isSiret("00000000000000"));
    BOOST_TEST(!isImei("000000000000000"));
}

BOOST_AUTO_TEST_CASE(la_poste_counts_its_places_by_fives) {
    BOOST_TEST(isSiret("35600000049837"));
    BOOST_TEST(isSiret("35600000009075"));
    BOOST_TEST(isSiret("35600000000048"));
    BOOST_TEST(!isSiret("35600000049838"));
}

BOOST_AUTO_TEST_CASE(numbers_are_tidied_as_people_type_them) {
    BOOST_TEST(tidyIdentifier("329.338.88300153") == "32933888300153");
    BOOST_TEST(tidyIdentifier(" w 9r1 011-072\t") == "W9R1011072");
}

BOOST_AUTO_TEST_CASE(a_vat_number_is_a_key_and_a_company_number) {
    BOOST_TEST(isFrenchVat("FR44732829320"));
    BOOST_TEST(!isFrenchVat("FR45732829320"));
    BOOST_TEST(!isFrenchVat("FR44732829321"));
    BOOST_TEST(!isFrenchVat("BE44732829320"));
}

BOOST_AUTO_TEST_CASE(a_pass_has_twelve_letters_or_digits) {
    BOOST_TEST(isPassIae("999991234567"));
    BOOST_TEST(isPassIae("A1B2C3D4E5F6"));
    BOOST_TEST(!isPassIae("99999123456"));
}

BOOST_AUTO_TEST_CASE(a_phone_number_of_fifteen_digits_is_checked) {
    BOOST_TEST(isImei("490154203237518"));
    BOOST_TEST(!isImei("490154203237517"));
    BOOST_TEST(!isImei("49015420323751"));
}

BOOST_AUTO_TEST_CASE(gs1_check_digits_are_as_published) {
    BOOST_TEST(gs1CheckDigit("37612345000000001") == '6');
    BOOST_TEST(gs1CheckDigit("376123450000") == '7');
    BOOST_TEST(isSscc("376123450000000016"));
    BOOST_TEST(isSscc("00376123450000000016"));
    BOOST_TEST(!isSscc("376123450000000017"));
    BOOST_TEST(isGtin13("3761234500007"));
    BOOST_TEST(!isGtin13("3761234500008"));
}

BOOST_AUTO_TEST_CASE(postal_items_are_checked_as_the_union_says) {
    BOOST_TEST(s10CheckDigit("12345678") == '5');
    BOOST_TEST(s10CheckDigit("47312482") == '9');
    BOOST_TEST(isPostalItem("RB123456785FR"));
    BOOST_TEST(!isPostalItem("RB123456784FR"));
    BOOST_TEST(!isPostalItem("R1123456785FR"));
}

BOOST_AUTO_TEST_CASE(dpd_check_characters_are_as_published) {
    BOOST_TEST(mod3736CheckCharacter("008182709980000020033350276") == 'C');
    BOOST_TEST(mod3736CheckCharacter("008182709980000020045327276") == 'N');
}

BOOST_AUTO_TEST_CASE(every_single_wrong_digit_of_a_dpd_number_is_caught) {
    const std::string good = "008182709980000020033350276C";
    BOOST_TEST(checkTracking("dpd", good) == TrackingVerdict::valid);
    for (std::size_t i = 0; i + 1 < good.size(); ++i) {
        std::string wrong = good;
        wrong[i] = wrong[i] == '9' ? '0' : static_cast<char>(wrong[i] + 1);
        BOOST_TEST(checkTracking("dpd", wrong) == TrackingVerdict::invalid);
    }
}

struct Parcel {
    const char* carrier;
    const char* number;
    TrackingVerdict verdict;
};
std::ostream& operator<<(std::ostream& out, const Parcel& p) {
    return out << p.carrier << ' ' << p.number;
}

const Parcel parcels[] = {
    {"colissimo", "6A12345678901", TrackingVerdict::valid},
    {"colissimo", "6a 1234 5678 901", TrackingVerdict::valid},
    {"colissimo", "CB123456785FR", TrackingVerdict::valid},
    {"colissimo", "8R00012345678", TrackingVerdict::valid},
    {"colissimo", "ABC123456", TrackingVerdict::warn},
    {"colissimo", "12345", TrackingVerdict::invalid},
    {"colissimo", "", TrackingVerdict::invalid},
    {"colissimo", "6A1234567890\xC3\xA9", TrackingVerdict::invalid},
    {"laposte", "RB123456785FR", TrackingVerdict::valid},
    {"laposte", "RB123456784FR", TrackingVerdict::invalid},
    {"laposte", "6A12345678901", TrackingVerdict::valid},
    {"dpd", "00818270998000", TrackingVerdict::warn},
    {"dpd", "0081 8270 9980 0000 2003 3350 276C", TrackingVerdict::valid},
    {"dpd", "008182709980000020033350276D", TrackingVerdict::invalid},
    {"dpd", "6A12345678901", TrackingVerdict::invalid},
    {"gls", "ZX81QL", TrackingVerdict::valid},
    {"gls", "ZX81Q", TrackingVerdict::invalid},
    {"heppner", "376123450000000016", TrackingVerdict::valid},
    {"kuehne_nagel", "1234-567-8901", TrackingVerdict::valid},
    {"kuehne_nagel", "123456789012345678901", TrackingVerdict::invalid},
    {"kuehne_nagel", "'; DROP TABLE unit", TrackingVerdict::invalid},
};

BOOST_DATA_TEST_CASE(a_tracking_number_is_judged_by_its_carriers_rule, data::make(parcels), parcel) {
    BOOST_TEST(checkTracking(parcel.carrier, parcel.number) == parcel.verdict);
}

BOOST_AUTO_TEST_CASE(legal_categories_lead_to_the_kinds_that_are_served) {
    for (const char* category : {"9220", "9221", "9222", "9230"})
        BOOST_TEST((legalKindOfCategory(category) == "loi_1901"));
    BOOST_TEST((legalKindOfCategory("9260") == "local_law"));
    BOOST_TEST((legalKindOfCategory("9300") == "foundation"));
    for (const char* category : {"7210", "7220", "7344"})
        BOOST_TEST((legalKindOfCategory(category) == "public_library"));
    for (const char* category : {"5499", "", "9", "73", "92200"})
        BOOST_TEST(!legalKindOfCategory(category).has_value());
}

BOOST_AUTO_TEST_CASE(the_fields_own_numbers_are_judged_as_listed,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const auto listed = nlohmann::json::parse(remise::tests::readFieldFile("fr/identifiers.json"));
    const auto judge = [&](const char* list, bool (*is)(std::string_view), bool expected) {
        BOOST_TEST(!listed.at(list).empty());
        for (const std::string number : listed.at(list))
            BOOST_TEST(is(number) == expected, list << ": " << number);
    };
    judge("valid_siret", isSiret, true);
    judge("invalid_siret", isSiret, false);
    judge("valid_siren", isSiren, true);
    judge("invalid_siren", isSiren, false);
    judge("la_poste_valid", isSiret, true);
    judge("la_poste_invalid", isSiret, false);
    judge("valid_rna", isRna, true);
    judge("invalid_rna", isRna, false);
    judge(
        "valid_siret_as_typed", [](std::string_view typed) { return isSiret(tidyIdentifier(typed)); }, true);
}

BOOST_AUTO_TEST_SUITE_END()
