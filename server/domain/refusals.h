#pragma once

#include "server/domain/outcome.h"

/// Every refusal the system can give. French is what people read on the floor and on the web: short, in the
/// present, it says what is wrong and, where there is one, what to do. Each is explained in docs/refusals.md
/// and used at least once (tests/house holds both).
namespace remise::domain::refusals {

// What was sent
inline constexpr RefusalKind notJson{"not_json", 400, "Ce message n'est pas du JSON lisible: {why}.", "This message is not readable JSON: {why}."};
inline constexpr RefusalKind badShape{"bad_shape", 400, "Le message n'a pas la forme attendue: {why}.", "The message does not have the expected shape: {why}."};
inline constexpr RefusalKind tooLarge{"too_large", 413, "C'est trop gros: {limit} au plus.", "This is too large: {limit} at most."};
inline constexpr RefusalKind notFound{"not_found", 404, "Il n'y a rien à cette adresse.", "There is nothing at this address."};
inline constexpr RefusalKind methodNotAllowed{"method_not_allowed", 405, "Cette adresse n'accepte pas {method}.", "This address does not accept {method}."};
inline constexpr RefusalKind badParameter{"bad_parameter", 400, "Le paramètre {name} n'est pas valable: {why}.", "The parameter {name} is not valid: {why}."};
inline constexpr RefusalKind unavailable{"unavailable", 503, "Le service n'est pas prêt. Réessaie dans un instant.", "The service is not ready. Try again in a moment."};
inline constexpr RefusalKind internalFault{"internal_fault", 500, "Une erreur est survenue. Rien n'a été changé. Numéro: {trace}.", "Something went wrong. Nothing was changed. Number: {trace}."};

}  // namespace remise::domain::refusals
