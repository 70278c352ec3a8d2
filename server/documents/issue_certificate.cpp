#include "server/documents/issue_certificate.h"

#include <algorithm>

#include "db/certificate_store.h"
#include "db/donor_store.h"
#include "db/entity_store.h"
#include "db/report_store.h"
#include "db/unit_store.h"
#include "server/documents/drive_certificate.h"
#include "server/domain/canonical.h"
#include "server/domain/refusals.h"
#include "server/proof/sha256.h"
#include "server/proof/signed_document.h"
#include "server/wire/json.h"

namespace remise::documents {

using namespace domain;

namespace {

IssuedCertificate asIssued(const db::StoredCertificate& stored) {
    return {readCanonical(stored.body), stored.sha256.hex()};
}

/// The unit's own, or that of the cage that it came in.
std::string donorOf(db::Connection& connection, const Value& unit) {
    std::string id = unit.textOr("donor");
    if (id.empty())
        if (const auto cage = db::findEntityByCode(connection, Subject::container, unit.textOr("container")))
            id = cage->state.textOr("donor");
    for (const db::Donor& donor : db::listDonors(connection))
        if (donor.id.text() == id) return donor.name;
    return "";
}

bool isUpToDate(const db::StoredCertificate& kept, const Entity& drive) {
    return readCanonical(kept.body)["verifier"] == drive.state["verifier"];
}

}  // namespace

Outcome<IssuedCertificate> issueCertificate(db::Connection& connection, const Issuer& issuer,
                                            const Entity& drive, Milliseconds now) {
    const auto id = Uuid::parse(drive.state.textOr("report"));
    if (drive.stage != "certified" || !drive.state.boolOr("proven", false) || !id)
        return Refusal(refusals::noCertificate, {{"code", drive.code}});
    const auto kept = db::findCertificate(connection, drive.code, *id);
    if (kept && isUpToDate(*kept, drive)) return asIssued(*kept);

    const auto report = db::findErasureReport(connection, *id);
    if (!report) return Refusal(refusals::noCertificate, {{"code", drive.code}});
    const auto key = issuer.keys.signingKey();
    if (!key) return Refusal(refusals::noSigningKey);
    const auto body = wire::readJson(db::erasureReportBody(connection, *id));
    if (!body) return body.refusal();
    const auto unit = db::findUnit(connection, report->unit);
    const Value state = unit ? unit->state : Value();
    const std::string passport = issuer.publicUrl.empty() ? "" : issuer.publicUrl + "/u/" + report->unit;
    Value document = certificateOf({drive, state, report->unit, *body, report->sha256.hex(), report->site,
                                    passport, donorOf(connection, state), now});
    if (kept) document["replaces"] = kept->sha256.hex();
    const std::string bytes = canonicalJson(proof::signDocument(std::move(document), *key));
    db::keepCertificate(connection,
                        {drive.code, *id, kept ? kept->edition + 1 : 1, proof::sha256(bytes), now, bytes});
    // Of two who asked at once, both get what was kept first.
    return asIssued(*db::findCertificate(connection, drive.code, *id));
}

}  // namespace remise::documents
