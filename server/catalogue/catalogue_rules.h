#pragma once

#include <string_view>

#include "server/domain/outcome.h"
#include "server/domain/product.h"

/// What may stand in the catalogue (Code de la consommation, R. 122-4 to R. 122-6).
namespace remise::catalogue {

/// What is proved for every unit sold under a text.
struct Evidence {
    bool tested = false;       ///< tests on all functions
    bool erased = false;       ///< all data erased
    bool allInFrance = false;  ///< every operation was French
};

/// Refuses what the law refuses: that a second-hand thing is "neuf", in any form and in either language, and
/// "reconditionné" (or "reconditionné en France") without its proofs. Looks at whole words, whatever their
/// case, accents, blanks or invisible characters.
domain::Verdict checkWording(std::string_view text, const Evidence&);

/// A product as a person typed it: sku, words, class, grade, prices.
domain::Verdict checkProduct(const domain::Product&, const Evidence&);

/// The word under which a grade is sold: A, B and C are "reconditionné", D is second-hand with its defects
/// told.
enum class SoldAs { refurbished, secondHand, notSold };
SoldAs soldAs(std::string_view grade);

/// How soon a product can leave.
enum class Delay { fewDays, weWriteToYou };
Delay delayFor(std::int64_t inStock);

}  // namespace remise::catalogue
