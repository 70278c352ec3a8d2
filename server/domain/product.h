#pragma once

#include <cstdint>
#include <string>

#include "server/domain/ids.h"
#include "server/domain/language.h"

namespace remise::domain {

/// A line of the catalogue: what an association reads before it orders. Its `sku` is the product that units
/// and requests name.
struct Product {
    std::string sku;
    std::string nameFr, nameEn;
    std::string goodForFr, goodForEn;    ///< what it is good for, one short sentence
    std::string category;                ///< laptop, desktop, screen, …: one of policies()
    int performanceClass = 0;            ///< 1 light office … 4 creation; 0 where the category has none
    std::string grade;                   ///< A, B, C, or D; R is never sold
    std::int64_t priceCents = 0;         ///< tarif solidaire
    std::int64_t referenceNewCents = 0;  ///< what it costs new, for comparison; 0 unknown
    int warrantyMonths = 12;
    std::string drawing;  ///< picture in static/drawings, without .svg
    bool published = false;
    int mostPerAssociation = 10;
    Milliseconds changedAt = 0;

    [[nodiscard]] const std::string& name(Language language) const {
        return language == Language::english ? nameEn : nameFr;
    }
    [[nodiscard]] const std::string& goodFor(Language language) const {
        return language == Language::english ? goodForEn : goodForFr;
    }
};

}  // namespace remise::domain
