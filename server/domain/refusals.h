#pragma once

#include "server/domain/outcome.h"

/// Every refusal the system can give. French is what people read on the floor and on the web: short, in the
/// present, it says what is wrong and, where there is one, what to do. Each is explained in docs/refusals.md
/// and used at least once (tests/house holds both).
namespace remise::domain::refusals {

// clang-format off

// What was sent
inline constexpr RefusalKind notJson{"not_json", 400, "Ce message n'est pas du JSON lisible : {why}.", "This message is not readable JSON: {why}."};
inline constexpr RefusalKind badShape{"bad_shape", 400, "Le message n'a pas la forme attendue : {why}.", "The message does not have the expected shape: {why}."};
inline constexpr RefusalKind tooLarge{"too_large", 413, "C'est trop gros : {limit} au plus.", "This is too large: {limit} at most."};
inline constexpr RefusalKind notFound{"not_found", 404, "Il n'y a rien à cette adresse.", "There is nothing at this address."};
inline constexpr RefusalKind methodNotAllowed{"method_not_allowed", 405, "Cette adresse n'accepte pas {method}.", "This address does not accept {method}."};
inline constexpr RefusalKind badParameter{"bad_parameter", 400, "Le paramètre {name} n'est pas valable : {why}.", "The parameter {name} is not valid: {why}."};
inline constexpr RefusalKind unavailable{"unavailable", 503, "Le service n'est pas prêt. Il faut attendre un instant.", "The service is not ready. Wait a moment."};
inline constexpr RefusalKind stopping{"stopping", 503, "Le serveur s'arrête. Il faut attendre un instant.", "The server is stopping. Wait a moment."};
inline constexpr RefusalKind storageFull{"storage_full", 503, "Le serveur n'a plus de place pour écrire. Rien n'a été changé. Prévenez l'administrateur.", "The server has no room left to write. Nothing was changed. Tell the administrator."};
inline constexpr RefusalKind internalFault{"internal_fault", 500, "Une erreur est survenue. Rien n'a été changé. Numéro : {trace}.", "Something went wrong. Nothing was changed. Number: {trace}."};

// Catalogue
inline constexpr RefusalKind saysNew{"says_new", 422, "Un appareil d'occasion n'est jamais « neuf ». Retirez ce mot.", "A second-hand device is never \"new\". Remove that word."};
inline constexpr RefusalKind notRefurbished{"not_refurbished", 422, "« Reconditionné » demande des tests et un effacement prouvés. Retirez ce mot.", "\"Refurbished\" needs proven tests and erasure. Remove that word."};
inline constexpr RefusalKind notAllInFrance{"not_all_in_france", 422, "« Reconditionné en France » demande que toutes les opérations aient lieu en France.", "\"Refurbished in France\" needs every operation to take place in France."};
inline constexpr RefusalKind productField{"product_field", 422, "Le champ {name} de ce produit n'est pas valable.", "The field {name} of this product is not valid."};
inline constexpr RefusalKind unknownProduct{"unknown_product", 404, "Ce produit n'est pas au catalogue.", "This product is not in the catalogue."};

// Associations
inline constexpr RefusalKind fieldMissing{"field_missing", 422, "Remplissez cette case.", "Fill in this box."};
inline constexpr RefusalKind fieldTooLong{"field_too_long", 422, "C'est trop long : {limit} lettres au plus.", "This is too long: {limit} letters at most."};
inline constexpr RefusalKind fieldChoice{"field_choice", 422, "Choisissez une réponse de la liste.", "Choose an answer from the list."};
inline constexpr RefusalKind badPostcode{"bad_postcode", 422, "Un code postal a 5 chiffres, par exemple 93200.", "A postcode has 5 digits, for example 93200."};
inline constexpr RefusalKind badRna{"bad_rna", 422, "Un numéro RNA s'écrit W puis 9 caractères, par exemple W751515517.", "An RNA number is W and 9 characters, for example W751515517."};
inline constexpr RefusalKind badSiren{"bad_siren", 422, "Ce numéro SIREN n'est pas valable. Il a 9 chiffres : vérifiez-les.", "This SIREN number is not valid. It has 9 digits: check them."};
inline constexpr RefusalKind identifierNeeded{"identifier_needed", 422, "Donnez le numéro RNA ou le numéro SIREN. Un seul suffit.", "Give the RNA number or the SIREN number. One is enough."};
inline constexpr RefusalKind courtEntryNeeded{"court_entry_needed", 422, "Donnez le tribunal, le volume et le folio.", "Give the court, the volume and the folio."};
inline constexpr RefusalKind associationKnown{"association_known", 409, "Cette association a déjà un compte. Demandez l'accès à une personne de votre association.", "This association already has an account. Ask a person of your association for access."};
inline constexpr RefusalKind unknownAssociation{"unknown_association", 404, "Cette association n'est pas connue.", "This association is not known."};
inline constexpr RefusalKind associationStep{"association_step", 409, "Ce dossier ne peut pas passer de cet état à celui-là. Rechargez la page.", "This file cannot go from this state to that one. Reload the page."};
inline constexpr RefusalKind reasonNeeded{"reason_needed", 422, "Dites pourquoi, en une phrase.", "Say why, in one sentence."};
inline constexpr RefusalKind associationNotValidated{"association_not_validated", 403, "Votre dossier n'est pas encore validé. Vous pourrez commander après la validation.", "Your file is not validated yet. You can order once it is."};

// Requests, as asked from a page
inline constexpr RefusalKind badQuantity{"bad_quantity", 422, "Choisissez un nombre entre 1 et {most}.", "Choose a number from 1 to {most}."};
inline constexpr RefusalKind tooOften{"too_often", 429, "Trop de demandes en peu de temps. Attendez une minute.", "Too many requests in a short time. Wait a minute."};

// Who asks, and whether they may
inline constexpr RefusalKind signInNeeded{"sign_in_needed", 401, "Il faut d'abord se connecter.", "Please sign in first."};
inline constexpr RefusalKind tokenUnknown{"token_unknown", 401, "Ce terminal n'est pas connu ici. Il faut un nouveau code d'accès.", "This terminal is not known here. It needs a new access code."};
inline constexpr RefusalKind notAllowed{"not_allowed", 403, "Ce n'est pas permis avec ce rôle.", "This is not allowed for this role."};
inline constexpr RefusalKind otherSite{"other_site", 403, "Ce formulaire vient d'un autre site. Ouvrez la page ici et recommencez.", "This form comes from another site. Open the page here and try again."};
inline constexpr RefusalKind signInFailed{"sign_in_failed", 401, "L'adresse ou le mot de passe n'est pas le bon.", "The address or the password is not right."};
inline constexpr RefusalKind tooManyTries{"too_many_tries", 429, "Il y a eu trop d'essais. Il faut attendre {minutes} minutes.", "There were too many tries. Wait {minutes} minutes."};
inline constexpr RefusalKind emailNotValid{"email_not_valid", 400, "Cette adresse e-mail n'est pas complète.", "This e-mail address is not complete."};
inline constexpr RefusalKind emailTaken{"email_taken", 409, "Cette adresse e-mail a déjà un compte.", "This e-mail address already has an account."};
inline constexpr RefusalKind passwordNotValid{"password_not_valid", 400, "Le mot de passe doit avoir {least} caractères au moins.", "The password needs at least {least} characters."};
inline constexpr RefusalKind nameNotValid{"name_not_valid", 400, "Il manque un nom, de {most} caractères au plus.", "A name is missing, of at most {most} characters."};
inline constexpr RefusalKind notABadge{"not_a_badge", 400, "Ce code n'est pas un badge. Scanne ton badge.", "This code is not a badge. Scan your badge."};
inline constexpr RefusalKind badgeUnknown{"badge_unknown", 403, "Ce badge n'est pas connu. Demande à l'encadrant.", "This badge is not known. Ask your team leader."};
inline constexpr RefusalKind badgeRevoked{"badge_revoked", 403, "Ce badge ne marche plus. Demande à l'encadrant.", "This badge no longer works. Ask your team leader."};
inline constexpr RefusalKind badgeNotHere{"badge_not_here", 403, "Ce badge est celui d'un autre site.", "This badge belongs to another site."};
inline constexpr RefusalKind pinNotValid{"pin_not_valid", 400, "Le code secret a {least} à {most} chiffres.", "The PIN has {least} to {most} digits."};
inline constexpr RefusalKind pinWrong{"pin_wrong", 403, "Ce code secret n'est pas le bon.", "This PIN is not the right one."};
inline constexpr RefusalKind stationNotHere{"station_not_here", 403, "Ce terminal est au poste {here}, pas au poste {station}.", "This terminal stands at {here}, not at {station}."};
inline constexpr RefusalKind enrolmentUnknown{"enrolment_unknown", 403, "Ce code d'accès n'est pas connu.", "This access code is not known."};
inline constexpr RefusalKind enrolmentUsed{"enrolment_used", 410, "Ce code d'accès a déjà servi. Il en faut un nouveau.", "This access code was already used. A new one is needed."};
inline constexpr RefusalKind enrolmentExpired{"enrolment_expired", 410, "Ce code d'accès est trop vieux. Il en faut un nouveau.", "This access code is too old. A new one is needed."};

// How it was asked (HTTP)
inline constexpr RefusalKind badAddress{"bad_address", 400, "Cette adresse est mal écrite.", "This address is malformed."};
inline constexpr RefusalKind addressTooLong{"address_too_long", 414, "Cette adresse est trop longue : {limit} caractères au plus.", "This address is too long: {limit} characters at most."};
inline constexpr RefusalKind headersTooLarge{"headers_too_large", 431, "Les en-têtes de la demande sont trop gros.", "The headers of the request are too large."};
inline constexpr RefusalKind badRequest{"bad_request", 400, "La demande est mal formée : {why}.", "The request is malformed: {why}."};
inline constexpr RefusalKind badForm{"bad_form", 400, "Le formulaire n'est pas lisible : {why}.", "The form is not readable: {why}."};
inline constexpr RefusalKind formExpired{"form_expired", 403, "Ce formulaire n'est plus valable. Ouvrez la page à nouveau et recommencez.", "This form is no longer valid. Open the page again, then start over."};
inline constexpr RefusalKind tooSlow{"too_slow", 408, "L'envoi a pris trop de temps. Recommencez.", "Sending took too long. Start over."};
inline constexpr RefusalKind tooManyStreams{"too_many_streams", 503, "Trop de pages sont suivies en direct. Rechargez la page dans un instant.", "Too many pages are followed live. Reload the page in a moment."};

// Commands: their shape
inline constexpr RefusalKind unknownKind{"unknown_kind", 422, "L'action « {kind} » n'existe pas.", "The action “{kind}” does not exist."};
inline constexpr RefusalKind missingData{"missing_data", 422, "Il manque : {field}.", "Missing: {field}."};
inline constexpr RefusalKind badData{"bad_data", 422, "La valeur de {field} n'est pas valable.", "The value of {field} is not valid."};
inline constexpr RefusalKind unknownData{"unknown_data", 422, "Le champ {field} n'existe pas pour cette action.", "The field {field} does not exist for this action."};
inline constexpr RefusalKind idReused{"id_reused", 409, "Ceci a déjà été envoyé, avec un autre contenu. Rien n'a été changé.", "This was already sent, with other content. Nothing was changed."};
inline constexpr RefusalKind dependsOn{"depends_on", 409, "L'action d'avant n'a pas été acceptée. Celle-ci attend l'encadrant.", "The action before was not accepted. This one waits for the team leader."};
inline constexpr RefusalKind stale{"stale", 409, "Quelqu'un a déjà changé {code}. Il faut regarder à nouveau.", "Somebody has already changed {code}. Look again."};
inline constexpr RefusalKind reviewUnknown{"review_unknown", 404, "Cette ligne n'est pas dans la liste à revoir.", "This line is not in the review list."};
inline constexpr RefusalKind reviewSettled{"review_settled", 409, "Quelqu'un a déjà réglé cette ligne.", "Somebody has already settled this line."};
inline constexpr RefusalKind noRight{"no_right", 403, "Ce badge ne peut pas faire « {kind} ».", "This badge may not do “{kind}”."};

// Commands: codes
inline constexpr RefusalKind missingCode{"missing_code", 422, "Il manque le code à scanner.", "The code to scan is missing."};
inline constexpr RefusalKind damagedCode{"damaged_code", 422, "Ce code est abîmé ou n'est pas de chez nous : {code}. Il faut le scanner à nouveau.", "This code is damaged or not ours: {code}. It has to be scanned again."};
inline constexpr RefusalKind otherCode{"other_code", 422, "Ce code n'est pas celui qu'on attend : {code}. Il faut : {wanted}.", "This is not the code we expect: {code}. Needed: {wanted}."};
inline constexpr RefusalKind unknownCode{"unknown_code", 404, "Nous ne connaissons pas {code}.", "We do not know {code}."};
inline constexpr RefusalKind notIssued{"not_issued", 422, "Le code {code} n'a pas été donné par nous. Imprime une étiquette.", "The code {code} was not given out by us. Print a label."};
inline constexpr RefusalKind alreadyKnown{"already_known", 409, "{code} est déjà enregistré.", "{code} is already recorded."};

// Machines on the benches, and what is signed for them
inline constexpr RefusalKind noSigningKey{"no_signing_key", 503, "Ce serveur n'a pas de clé pour signer. Prévenez l'administrateur.", "This server has no key to sign with. Tell the administrator."};
inline constexpr RefusalKind noCertificate{"no_certificate", 404, "Le disque {code} n'a pas de certificat : aucune relecture du support ne prouve qu'il est effacé.", "The drive {code} has no certificate: no reading of the medium proves that it is erased."};
inline constexpr RefusalKind noJob{"no_job", 422, "Ce rapport ne nomme aucun travail. Scanne la machine, puis efface-la.", "This report names no job. Scan the machine, then erase it."};
inline constexpr RefusalKind driveNotVerified{"drive_not_verified", 422, "Un disque n'est pas certifié sur parole. Démarre la machine sur un banc : elle efface et relit le disque {drive}.", "No drive is certified by people's word. Start the machine on a bench: it erases drive {drive} and reads it again."};
inline constexpr RefusalKind secondCheckOpen{"second_check_open", 409, "Le disque {drive} est tiré au sort : une autre personne le vérifie sur un banc.", "Drive {drive} was drawn: another person checks it on a bench."};
inline constexpr RefusalKind otherPersonChecks{"other_person_checks", 409, "Tu as effacé ce disque. Une autre personne le vérifie.", "You have erased this drive. Another person checks it."};
inline constexpr RefusalKind notReleased{"not_released", 409, "Cet effacement ne peut pas être validé : {why}.", "This erasure cannot be accepted: {why}."};
inline constexpr RefusalKind noToolsReport{"no_tools_report", 404, "Aucun rapport d'un outil n'est arrivé pour {code}.", "No report of a tool has come for {code}."};
inline constexpr RefusalKind listUnreadable{"list_unreadable", 422, "Cette liste ne se lit pas : {why}.", "This list cannot be read: {why}."};
inline constexpr RefusalKind notDestroyed{"not_destroyed", 409, "Le disque {drive} n'est plus sous scellé. La liste reste ouverte.", "Drive {drive} is no longer sealed. The list stays open."};
inline constexpr RefusalKind memoryInside{"memory_inside", 422, "{code} a toujours une mémoire : elle doit être effacée ou détruite.", "{code} always has a memory: it has to be erased or destroyed."};
inline constexpr RefusalKind otherDevice{"other_device", 409, "Ce rapport est celui d'un autre appareil que {code}. Il attend qu'on dise auquel il appartient.", "This report is of another device than {code}. It waits until somebody says whose it is."};
inline constexpr RefusalKind otherSerial{"other_serial", 409, "Le numéro de série de la machine est {serial}, celui de {code} est {known}. Appelle ton encadrant.", "The serial number of the machine is {serial}, that of {code} is {known}. Call your team leader."};
inline constexpr RefusalKind notTheirs{"not_theirs", 409, "{code} est à une association : ses données ne sont pas effacées sans son accord écrit.", "{code} belongs to an association: its data are not erased without its written consent."};
inline constexpr RefusalKind noSuchBin{"no_such_bin", 404, "Aucun disque n'est sous scellé dans ces bacs : {bins}.", "No drive is sealed in these bins: {bins}."};
inline constexpr RefusalKind unknownJob{"unknown_job", 422, "Ce rapport nomme un travail qui n'est pas celui de cette machine.", "This report names a job that is not this machine's."};
inline constexpr RefusalKind unknownBench{"unknown_bench", 404, "Cette machine n'est pas sur un banc d'ici. Regarde si elle est allumée et branchée au réseau.", "This machine is on no bench here. See that it is on and plugged into the network."};
inline constexpr RefusalKind benchIsOther{"bench_is_other", 409, "Cette machine est {code}. Scanne l'étiquette de {code}.", "This machine is {code}. Scan the label of {code}."};

// Commands: what may happen
inline constexpr RefusalKind wrongStage{"wrong_stage", 409, "{code} est « {stage} ». On ne peut pas faire ça maintenant.", "{code} is “{stage}”. This cannot be done now."};
inline constexpr RefusalKind merged{"merged", 409, "Cette fiche a été fusionnée avec {into}.", "This record was merged with {into}."};
inline constexpr RefusalKind inTransit{"in_transit", 409, "{code} est en route vers {site}. Il faut d'abord scanner son arrivée.", "{code} is on its way to {site}. Its arrival has to be scanned first."};
inline constexpr RefusalKind containerNeeded{"container_needed", 422, "Dis dans quel bac ou quel lot c'est arrivé.", "Say which container or lot it came in."};
inline constexpr RefusalKind labelNotScanned{"label_not_scanned", 422, "Colle l'étiquette puis scanne-la : {code}.", "Stick the label, then scan it: {code}."};
inline constexpr RefusalKind unknownCategory{"unknown_category", 422, "Nous ne connaissons pas la catégorie {category}.", "We do not know the category {category}."};
inline constexpr RefusalKind locked{"locked", 409, "{code} est verrouillé. Déverrouille-le d'abord.", "{code} is locked. Unlock it first."};
inline constexpr RefusalKind swollenBattery{"swollen_battery", 409, "La batterie de {code} est gonflée. Ne l'allume pas. Appelle l'encadrant.", "The battery of {code} is swollen. Do not switch it on. Call the leader."};
inline constexpr RefusalKind unknownTest{"unknown_test", 422, "Le test {test} n'existe pas pour cette machine.", "The test {test} does not exist for this machine."};
inline constexpr RefusalKind defectNeeded{"defect_needed", 422, "Le test {test} a échoué : choisis ce qui ne marche pas.", "The test {test} failed: choose what does not work."};
inline constexpr RefusalKind licenceNeeded{"licence_needed", 422, "Il faut le numéro de licence Windows.", "The Windows licence number is needed."};
inline constexpr RefusalKind secondPersonNeeded{"second_person_needed", 422, "Une deuxième personne doit vérifier, avec son badge et son code secret.", "A second person has to verify, with badge and PIN."};
inline constexpr RefusalKind samePerson{"same_person", 409, "La deuxième personne doit être quelqu'un d'autre.", "The second person has to be somebody else."};
inline constexpr RefusalKind pinNeeded{"pin_needed", 422, "Il faut le code secret de l'encadrant.", "The leader's PIN is needed."};
inline constexpr RefusalKind driveElsewhere{"drive_elsewhere", 409, "Le disque {drive} n'est pas dans {code}.", "The drive {drive} is not in {code}."};
inline constexpr RefusalKind driveDone{"drive_done", 409, "Le disque {drive} est « {stage} ».", "The drive {drive} is “{stage}”."};
inline constexpr RefusalKind driveUnknownIdentity{"drive_unknown_identity", 422, "Il faut le numéro de série du disque, ou son étiquette.", "The drive's serial number or its label is needed."};
inline constexpr RefusalKind drivesNotErased{"drives_not_erased", 409, "{code} garde un disque qui n'est pas effacé : {drive}.", "{code} holds a drive that is not erased: {drive}."};
inline constexpr RefusalKind drivesUnknown{"drives_unknown", 409, "On ne sait pas si {code} a un disque. Fais l'inventaire, ou confirmez à deux qu'il n'y en a pas.", "Nobody knows whether {code} has a drive. Take an inventory, or let two people confirm there is none."};
inline constexpr RefusalKind driveLoose{"drive_loose", 409, "Le disque {drive}, sorti de {code}, n'est pas sous scellé.", "The drive {drive}, taken out of {code}, is not in sealed custody."};
inline constexpr RefusalKind hasDrive{"has_drive", 409, "{code} a un disque : {drive}.", "{code} has a drive: {drive}."};
inline constexpr RefusalKind factMissing{"fact_missing", 409, "Ce n'est pas fini pour {code} : {step}.", "{code} is not finished: {step}."};
inline constexpr RefusalKind testerControls{"tester_controls", 409, "Tu as testé {code} : une autre personne doit contrôler.", "You tested {code}: somebody else has to control it."};
inline constexpr RefusalKind notForSale{"not_for_sale", 409, "{code} ne peut pas être mis en stock : grade {grade}.", "{code} cannot go to stock: grade {grade}."};
inline constexpr RefusalKind priceNeeded{"price_needed", 422, "Il manque le produit ou son prix.", "The product or its price is missing."};
inline constexpr RefusalKind overCeiling{"over_ceiling", 409, "Don public : le prix dépasse le plafond de {ceiling} €.", "Public gift: the price is above the ceiling of {ceiling} €."};
inline constexpr RefusalKind otherProduct{"other_product", 409, "{code} n'est pas ce que la demande {request} attend.", "{code} is not what request {request} waits for."};
inline constexpr RefusalKind notOurs{"not_ours", 409, "{code} n'est pas à nous : on ne peut pas le vendre.", "{code} is not ours: it cannot be sold."};
inline constexpr RefusalKind otherChannel{"other_channel", 409, "{code} est gardé pour un autre canal : {channel}.", "{code} is kept for another channel: {channel}."};
inline constexpr RefusalKind lineFull{"line_full", 409, "La demande {request} a déjà tout ce qu'il lui faut.", "Request {request} already has all it needs."};
inline constexpr RefusalKind requestNotConfirmed{"request_not_confirmed", 409, "La demande {request} n'est pas encore acceptée.", "Request {request} is not accepted yet."};
inline constexpr RefusalKind requestNotPaid{"request_not_paid", 409, "La commande {request} n'est pas encore payée.", "Order {request} is not paid yet."};
inline constexpr RefusalKind accessoryMissing{"accessory_missing", 422, "Il manque : {accessory}.", "Missing: {accessory}."};
inline constexpr RefusalKind badTracking{"bad_tracking", 422, "Le numéro de suivi {tracking} n'est pas un numéro {carrier}.", "The tracking number {tracking} is not a {carrier} number."};
inline constexpr RefusalKind notUnopened{"not_unopened", 409, "Le colis de {code} a été ouvert : il repasse par l'atelier.", "The parcel of {code} was opened: it goes through the workshop again."};
inline constexpr RefusalKind ownerIsUs{"owner_is_us", 409, "{code} est à nous : il n'y a personne à qui le rendre.", "{code} is ours: there is nobody to give it back to."};
inline constexpr RefusalKind otherCategory{"other_category", 422, "Ce poste ne prend pas ce type de machine.", "This station does not take this kind of machine."};
inline constexpr RefusalKind keepHere{"keep_here", 409, "Garde la machine ici. Le serveur n'a pas encore répondu.", "Keep the machine here. The server has not answered yet."};
inline constexpr RefusalKind notUndoable{"not_undoable", 409, "Ceci ne s'annule pas ici. Demande à l'encadrant.", "This cannot be undone here. Ask your team leader."};
inline constexpr RefusalKind nothingToUndo{"nothing_to_undo", 409, "Il n'y a rien à annuler sur {code}.", "There is nothing to undo on {code}."};
inline constexpr RefusalKind sameThing{"same_thing", 422, "C'est deux fois le même : {code}.", "This is the same one twice: {code}."};
inline constexpr RefusalKind badLines{"bad_lines", 422, "Les lignes ne sont pas lisibles : {why}.", "The lines cannot be read: {why}."};
inline constexpr RefusalKind notEnough{"not_enough", 409, "Il n'y en a pas assez dans {code} : {category}.", "There is not enough in {code}: {category}."};
inline constexpr RefusalKind otherAssociation{"other_association", 404, "Nous ne connaissons pas la demande {code}.", "We do not know request {code}."};
inline constexpr RefusalKind notInReport{"not_in_report", 422, "« {kind} » ne peut pas venir dans un rapport.", "“{kind}” cannot come in a report."};

// Commands: what may be sold, and where things are
inline constexpr RefusalKind recheckFirst{"recheck_first", 409, "{code} est déjà « {stage} ». Il faut d'abord la remettre en atelier.", "{code} is already “{stage}”. It has to go back to the workshop first."};
inline constexpr RefusalKind publicGiftOff{"public_gift_off", 409, "{code} est un don public. Sa vente n'est pas autorisée ici.", "{code} was given by a public body. Selling it is not allowed here."};
inline constexpr RefusalKind expectedElsewhere{"expected_elsewhere", 409, "{code} est attendu sur le site {site}, pas ici.", "{code} is expected at the site {site}, not here."};
inline constexpr RefusalKind locationElsewhere{"location_elsewhere", 409, "L'étagère {location} est sur un autre site.", "The shelf {location} is at another site."};
inline constexpr RefusalKind holdsUnits{"holds_units", 409, "Il y a encore des machines dans {code}. Il faut d'abord les sortir.", "There are still machines in {code}. They have to be taken out first."};
inline constexpr RefusalKind otherMethodNeeded{"other_method_needed", 409, "L'effacement du disque {drive} a déjà raté ainsi. Il faut une autre méthode.", "Erasing drive {drive} has already failed this way. Another method is needed."};

// On the floor: a scan that is not the right one
inline constexpr RefusalKind badProcedure{"bad_procedure", 422, "Le poste {name} ne peut pas s'ouvrir : {why}.", "The station {name} cannot open: {why}."};
inline constexpr RefusalKind scanDamaged{"scan_damaged", 422, "Ce code est abîmé. Scanne encore, ou demande une nouvelle étiquette.", "This code is damaged. Scan again, or ask for a new label."};
inline constexpr RefusalKind scanNotUnit{"scan_not_unit", 422, "Ce n'est pas une machine. Scanne l'étiquette de la machine.", "This is not a machine. Scan the label of the machine."};
inline constexpr RefusalKind scanNotLabel{"scan_not_label", 422, "Ce n'est pas une étiquette de machine.", "This is not a machine's label."};
inline constexpr RefusalKind scanNotLocation{"scan_not_location", 422, "Ce n'est pas une étagère. Scanne l'étiquette de l'étagère.", "This is not a shelf. Scan the label of the shelf."};
inline constexpr RefusalKind scanNotContainer{"scan_not_container", 422, "Ce n'est ni une cage ni un bac. Scanne son étiquette.", "This is neither a cage nor a box. Scan its label."};
inline constexpr RefusalKind scanNotSerial{"scan_not_serial", 422, "Ce n'est pas un numéro de série. Cherche « S/N » sur la machine.", "This is not a serial number. Look for “S/N” on the machine."};
inline constexpr RefusalKind scanIsCode{"scan_is_code", 422, "C'est une de nos étiquettes. Scanne l'autre numéro.", "This is one of our labels. Scan the other number."};
inline constexpr RefusalKind otherLabel{"other_label", 422, "C'est une autre étiquette. Scanne celle qui vient de sortir : {code}.", "This is another label. Scan the one just printed: {code}."};
inline constexpr RefusalKind otherShelf{"other_shelf", 422, "C'est une autre étagère. Va à l'étagère {code}.", "This is another shelf. Go to shelf {code}."};
inline constexpr RefusalKind otherUnit{"other_unit", 422, "C'est une autre machine. Prends la machine {code}.", "This is another machine. Take machine {code}."};
inline constexpr RefusalKind otherThing{"other_thing", 422, "C'est un autre code. Scanne {code}.", "This is another code. Scan {code}."};
inline constexpr RefusalKind otherDrive{"other_drive", 422, "Ce disque n'est pas dans cette machine.", "This drive is not in this machine."};
inline constexpr RefusalKind notOnList{"not_on_list", 422, "Cette machine n'est pas à préparer.", "This machine is not to be picked."};
inline constexpr RefusalKind sameBadge{"same_badge", 422, "C'est ton badge. Il faut le badge d'une autre personne.", "This is your own badge. Another person's badge is needed."};
inline constexpr RefusalKind answerFirst{"answer_first", 422, "Finis d'abord cette machine : touche une réponse.", "Finish this machine first: touch an answer."};
inline constexpr RefusalKind nothingAnswered{"nothing_answered", 409, "Il n'y a rien à annuler.", "There is nothing to undo."};
inline constexpr RefusalKind waitsElsewhere{"waits_elsewhere", 422, "Pas ici. État : {step}.", "Not here. This machine is: {step}."};
inline constexpr RefusalKind numberOutOfRange{"number_out_of_range", 422, "Ce nombre n'est pas possible : entre {least} et {most}.", "This number is not possible: from {least} to {most}."};
inline constexpr RefusalKind badgeFirst{"badge_first", 401, "Scanne d'abord ton badge.", "Scan your badge first."};
inline constexpr RefusalKind stationFirst{"station_first", 422, "Choisis d'abord ton poste.", "Choose your station first."};
inline constexpr RefusalKind noSuchStation{"no_such_station", 422, "Ce poste n'existe pas ici.", "There is no such station here."};
inline constexpr RefusalKind serverAway{"server_away", 503, "Le serveur ne répond pas. Garde la machine ici et réessaie.", "The server does not answer. Keep the machine here and try again."};
inline constexpr RefusalKind printerAway{"printer_away", 503, "L'étiquette n'est pas sortie. Regarde l'imprimante, puis touche ici.", "The label did not come out. Look at the printer, then touch here."};
inline constexpr RefusalKind printerNoMedia{"printer_no_media", 503, "Il n'y a plus d'étiquettes. Mets un nouveau rouleau, puis touche ici.", "There are no labels left. Put a new roll in, then touch here."};
inline constexpr RefusalKind printerLidOpen{"printer_lid_open", 503, "Le capot de l'imprimante est ouvert. Ferme le capot, puis touche ici.", "The printer's lid is open. Close the lid, then touch here."};
inline constexpr RefusalKind printerWrongMedia{"printer_wrong_media", 503, "Ce n'est pas le bon rouleau. Change le rouleau, puis touche ici.", "This is not the right roll. Change the roll, then touch here."};
inline constexpr RefusalKind printerCutter{"printer_cutter", 503, "Le couteau de l'imprimante est bloqué. Appelle l'encadrant.", "The printer's cutter is jammed. Call your team leader."};
inline constexpr RefusalKind printerHead{"printer_head", 503, "L'imprimante a trop chaud ou elle est abîmée. Appelle l'encadrant.", "The printer is too hot or damaged. Call your team leader."};
inline constexpr RefusalKind printerPaused{"printer_paused", 503, "L'imprimante est en pause. Appuie sur son bouton, puis touche ici.", "The printer is paused. Press its button, then touch here."};
inline constexpr RefusalKind labelInDoubt{"label_in_doubt", 409, "L'étiquette {code} est peut-être déjà sortie. Cherche-la et scanne-la.", "The label {code} may have come out already. Look for it and scan it."};
inline constexpr RefusalKind noLabelCodes{"no_label_codes", 503, "Il n'y a plus de codes pour les étiquettes. Réessaie.", "There are no codes left for labels. Try again."};
inline constexpr RefusalKind waitsForServer{"waits_for_server", 503, "Garde la machine ici. Il faut le réseau pour cette étape.", "Keep the machine here. This step needs the network."};
inline constexpr RefusalKind notKnownHere{"not_known_here", 503, "Pas de réseau. Ce terminal ne connaît pas cette machine. Mets-la de côté.", "No network. This terminal does not know this machine. Put it aside."};
inline constexpr RefusalKind badgeNotKnownHere{"badge_not_known_here", 503, "Pas de réseau. Ce badge n'a pas encore servi ici. Appelle l'encadrant.", "No network. This badge was not used here before. Call your team leader."};
inline constexpr RefusalKind notStored{"not_stored", 503, "Ce terminal ne peut plus garder ton travail. Arrête et appelle l'encadrant.", "This terminal cannot keep your work any more. Stop and call your team leader."};

// Labels
inline constexpr RefusalKind labelKindUnknown{"label_kind_unknown", 404, "Il n'y a pas d'étiquette de cette sorte : {kind}. Sortes connues : {kinds}.", "There is no label of this kind: {kind}. Kinds: {kinds}."};
inline constexpr RefusalKind labelPaperUnknown{"label_paper_unknown", 422, "Cette étiquette n'existe pas en {paper}. Formats : {papers}.", "This label does not exist in {paper}. Sizes: {papers}."};
inline constexpr RefusalKind labelLacks{"label_lacks", 422, "Il manque {field} pour cette étiquette.", "This label lacks {field}."};
inline constexpr RefusalKind labelNoField{"label_no_field", 422, "Cette étiquette n'a pas de {field}. Elle a : {fields}.", "This label has no {field}. It has: {fields}."};
inline constexpr RefusalKind labelField{"label_field", 422, "Pour cette étiquette, {field} n'a pas la forme attendue.", "For this label, {field} does not have the expected shape."};
inline constexpr RefusalKind labelTooSmall{"label_too_small", 422, "L'étiquette de {paper} est trop petite : {field} n'est pas lisible.", "The label of {paper} is too small: {field} is not readable."};

// What tools report: inventories and erasure logs
inline constexpr RefusalKind reportUnknown{"report_unknown", 415, "Ce rapport n'est d'aucun format connu.", "This report has no known format."};
inline constexpr RefusalKind reportTooDeep{"report_too_deep", 400, "Ce rapport est imbriqué sur plus de {limit} niveaux.", "This report is nested more than {limit} levels deep."};
inline constexpr RefusalKind reportLacks{"report_lacks", 422, "Il manque {field} dans ce rapport.", "This report lacks {field}."};
inline constexpr RefusalKind reportField{"report_field", 422, "Dans ce rapport, {field} n'a pas la forme attendue.", "In this report, {field} does not have the expected shape."};
inline constexpr RefusalKind reportKept{"report_kept", 422, "Ce rapport n'a pas pu être lu. Il est gardé pour être relu. {why}", "This report could not be read. It is kept for review. {why}"};
inline constexpr RefusalKind inventoryUnknown{"inventory_unknown", 404, "Il n'y a pas d'inventaire de ce numéro.", "There is no inventory of this number."};
inline constexpr RefusalKind inventoryTied{"inventory_tied", 409, "Cet inventaire est déjà celui de {code}.", "This inventory is already that of {code}."};
inline constexpr RefusalKind machineKnown{"machine_known", 409, "Cette machine est déjà connue sous {codes}. Regardez son histoire, puis confirmez.", "This machine is already known as {codes}. Look at its history, then confirm."};
inline constexpr RefusalKind otherMachine{"other_machine", 422, "Ce fichier parle d'une autre machine.", "This file tells of another machine."};
inline constexpr RefusalKind hasDoctype{"has_doctype", 400, "Un rapport XML ne doit pas avoir de DOCTYPE.", "An XML report must not have a DOCTYPE."};
inline constexpr RefusalKind notNwipeLog{"not_nwipe_log", 422, "Ce texte n'est pas un journal de nwipe : aucun disque ni aucune option n'y figure.", "This text is no nwipe log: it names no drive and no option."};

// Pictures and documents
inline constexpr RefusalKind fileType{"file_type", 415, "Seuls les fichiers PNG, JPEG et PDF entiers sont acceptés.", "Only whole PNG, JPEG and PDF files are accepted."};
inline constexpr RefusalKind fileHash{"file_hash", 422, "L'empreinte dans l'adresse n'est pas celle de ce fichier. Il faut l'envoyer à nouveau.", "The hash in the address is not that of this file. It has to be sent again."};
inline constexpr RefusalKind filesFull{"files_full", 413, "Il n'y a plus de place pour ce fichier : {limit} Mo au plus par association.", "There is no room left for this file: {limit} MB at most for an association."};
// clang-format on

}  // namespace remise::domain::refusals
