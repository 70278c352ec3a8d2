#include "server/documents/issue_certificate.h"

#include <algorithm>

#include "db/certificate_store.h"
#include "db/donor_store.h"
#include "db/entity_store.h"
#include "db/report_store.h"
#include "db/unit_store.h"
#include "server/documents/drive_certificate.h"
#include "server/domain/canonical.h"
#include "server/domain/policy.h"
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

/// Its name; the ledger knows the id only.
std::string donorOf(db::Connection& connection, const Value& unit) {
    const auto id = Uuid::parse(unit.textOr("donor"));
    const auto donor = id ? db::findDonor(connection, *id) : std::nullopt;
    return donor ? donor->name : "";
}

Outcome<Reading> readingOf(db::Connection& connection, const db::StoredReport& report) {
    const auto body = wire::readJson(db::erasureReportBody(connection, report.id));
    if (!body) return body.refusal();
    return Reading{*body, report.sha256.hex(), report.site};
}

bool isUpToDate(const db::StoredCertificate& kept, const Entity& drive) {
    return readCanonical(kept.body)["verifier"]["evidence"].textOr("report") ==
           drive.state.textOr("check_report");
}

}  // namespace

Outcome<IssuedCertificate> issueCertificate(db::Connection& connection, const Issuer& issuer,
                                            const Entity& drive, Milliseconds now) {
    const auto id = Uuid::parse(drive.state.textOr("report"));
    if (!id) return Refusal(refusals::noCertificate, {{"code", drive.code}});
    const auto kept = db::findCertificate(connection, drive.code, *id);
    // What became of the drive later takes nothing away from what was certified.
    const bool isHeld = containsWord("certified in_custody destroyed", drive.stage);
    if (kept && (!isHeld || isUpToDate(*kept, drive))) return asIssued(*kept);
    if (!isHeld || !drive.state.boolOr("proven", false))
        return Refusal(refusals::noCertificate, {{"code", drive.code}});

    const auto report = db::findErasureReport(connection, *id);
    if (!report) return Refusal(refusals::noCertificate, {{"code", drive.code}});
    const auto key = issuer.keys.signingKey();
    if (!key) return Refusal(refusals::noSigningKey);
    auto erasure = readingOf(connection, *report);
    if (!erasure) return erasure.refusal();
    const auto unit = db::findUnit(connection, report->unit);
    const Value state = unit ? unit->state : Value();
    const std::string passport = issuer.publicUrl.empty() ? "" : issuer.publicUrl + "/u/" + report->unit;
    Evidence evidence{
        drive, state, report->unit, std::move(*erasure), std::nullopt, passport, donorOf(connection, state),
        now};
    if (const auto second = Uuid::parse(drive.state.textOr("check_report"))) {
        const auto found = db::findErasureReport(connection, *second);
        if (!found) return Refusal(refusals::noCertificate, {{"code", drive.code}});
        auto check = readingOf(connection, *found);
        if (!check) return check.refusal();
        evidence.check = std::move(*check);
    }
    Value document = certificateOf(evidence);
    if (kept) document["replaces"] = kept->sha256.hex();
    const std::string bytes = canonicalJson(proof::signDocument(std::move(document), *key));
    db::keepCertificate(connection,
                        {drive.code, *id, kept ? kept->edition + 1 : 1, proof::sha256(bytes), now, bytes});
    // Of two who asked at once, both get what was kept first.
    return asIssued(*db::findCertificate(connection, drive.code, *id));
}

}  // namespace remise::documents
