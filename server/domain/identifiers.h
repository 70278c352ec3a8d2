#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Numbers that others give: associations, companies, phones, parcels. The checks are strict: pass what
/// people type through tidyIdentifier first.
namespace remise::domain {

/// Upper case, without blanks, dots, hyphens and slashes: "329.338.88300153" becomes "32933888300153".
[[nodiscard]] std::string tidyIdentifier(std::string_view typed);

/// Associations' national register: W, a digit, a digit or letter (Corsica, overseas), seven digits.
[[nodiscard]] bool isRna(std::string_view);
/// A legal unit: 9 digits, Luhn.
[[nodiscard]] bool isSiren(std::string_view);
/// One of its places: 14 digits, Luhn. La Poste ran out of them: there the digits' sum is a multiple of 5.
[[nodiscard]] bool isSiret(std::string_view);
/// FR, a two-digit key, a SIREN.
[[nodiscard]] bool isFrenchVat(std::string_view);
/// Number of a person's pass for insertion through work.
[[nodiscard]] bool isPassIae(std::string_view);
/// A phone: 15 digits, Luhn.
[[nodiscard]] bool isImei(std::string_view);

/// One of `legalKinds` (server/domain/association.h) for a legal category of INSEE; nothing for those that
/// Solidatech does not serve. A local authority (72xx, 73xx) stands for its public library.
[[nodiscard]] std::optional<std::string_view> legalKindOfCategory(std::string_view inseeCategory);

/// Check digit of GS1 numbers (GTIN, SSCC): weights 3, 1, 3… from the right. `digits` holds digits only.
[[nodiscard]] char gs1CheckDigit(std::string_view digits);
[[nodiscard]] bool isGtin13(std::string_view);
/// Serial shipping container code: 18 digits, or 20 with the "00" that announces it.
[[nodiscard]] bool isSscc(std::string_view);

/// Check digit of the eight digits of a postal item (UPU S10).
[[nodiscard]] char s10CheckDigit(std::string_view eightDigits);
/// Two letters, eight digits, check digit, country: RB123456785FR.
[[nodiscard]] bool isPostalItem(std::string_view);

/// ISO 7064 MOD 37,36 over digits and capital letters, as DPD's parcels carry it.
[[nodiscard]] char mod3736CheckCharacter(std::string_view text);

/// `warn`: the number has no known form of this carrier or no check character; people confirm, nothing is
/// blocked. `invalid`: it cannot be a number of this carrier.
enum class TrackingVerdict { valid, warn, invalid };

/// `carrier` is a word of the table (colissimo, laposte, dpd, gls, heppner, kuehne_nagel); an unknown one is
/// held to no more than 6 to 20 letters and digits. The number may be typed with blanks and hyphens.
[[nodiscard]] TrackingVerdict checkTracking(std::string_view carrier, std::string_view number);

}  // namespace remise::domain
