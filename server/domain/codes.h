#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remise::domain {

/// The 18 letters of every code: same key and shape on QWERTY, AZERTY and QWERTZ, no look-alikes, no digits,
/// so that a keyboard-wedge scanner set to any layout types them right.
inline constexpr std::string_view codeAlphabet = "BCDEFGHJKLNPRSTUVX";

/// What a code names; each has its own first letter and length, units being the shortest (8, no prefix).
enum class CodeKind { unit, drive, container, location, badge, modeCard };

/// ISO/IEC 7064 hybrid system MOD 19,18 over codeAlphabet: catches every single wrong letter.
/// `letters` must be of the alphabet.
char checkLetter(std::string_view letters);

/// True when every letter is of the alphabet and the last one is the check letter of those before.
bool hasValidCheckLetter(std::string_view code);

/// The kind a scanned text has by its length, first letter and check letter; nothing when it is no code of
/// ours. Lower case and blanks around are accepted, as scanners and people produce them.
std::optional<CodeKind> codeKind(std::string_view scanned);

/// Upper case, without blanks; a label's address `…/u/CODE` is cut down to its code, also when the scanner's
/// keyboard layout is not the computer's, and a symbology identifier before it goes. What is no code of ours
/// comes back trimmed only.
std::string normaliseScan(std::string_view scanned);

/// Number below 18^digits as letters (most significant first), with `prefix` before and check letter after.
std::string encodeCode(std::string_view prefix, std::uint64_t number, int letters);
/// The number in a code of `encodeCode`; nothing when prefix, length or check letter is wrong.
std::optional<std::uint64_t> decodeCode(std::string_view prefix, std::string_view code, int letters);

inline constexpr int unitLetters = 7;
inline constexpr std::uint64_t unitCodeCount = 612220032;  ///< 18^7
/// First letter of the other kinds: D + 8, K + 8, L + 8 letters in all 10 with the check letter; a badge is
/// B + 20 letters (83 bits) + check letter; a mode card X + 5 + check letter.
std::string_view codePrefix(CodeKind);
int codeLetters(CodeKind);

}  // namespace remise::domain
