#pragma once

#include <string>

#include "server/domain/language.h"
#include "server/domain/value.h"

/// How amounts are written for people: "149 €" in French, "€149" in English. The blank before a unit is one
/// that no line breaks at.
namespace remise::labels {

std::string shownMoney(const domain::Value& cents, domain::Language);
std::string shownMonths(const domain::Value& months, domain::Language);
std::string shownGigabytes(const domain::Value& gigabytes, domain::Language);
std::string shownWeight(const domain::Value& grams, domain::Language);
/// "2028-08-28" as "28/08/2028", in English as "28 Aug 2028".
std::string shownDate(const domain::Value& day, domain::Language);

}  // namespace remise::labels
