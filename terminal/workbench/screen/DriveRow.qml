import QtQuick
import Remise

/// One drive: what it is, how far it is, in large.
Column {
    id: row

    required property BenchProgram bench
    required property var drive
    readonly property bool isMoving: drive.state === "erasing" || drive.state === "verifying"
    readonly property string tone: ({ "erased": "go", "verified": "go", "failed": "stop", "aborted": "stop", "unproven": "stop",
            "skipped": "wait" })[drive.state] ?? "info"

    spacing: 8

    Item {
        width: parent.width
        height: 48

        StateSign {
            id: sign

            anchors.verticalCenter: parent.verticalCenter
            sign: row.tone
        }

        Text {
            anchors { left: sign.right; leftMargin: 16; right: word.left; rightMargin: 16; verticalCenter: parent.verticalCenter }
            text: (row.drive.model ?? row.drive.serial ?? "") + " · " + row.bench.capacity(row.drive.bytes ?? 0)
            color: Tokens.ink
            font.pixelSize: 30
            elide: Text.ElideRight
        }

        Text {
            id: word

            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            text: row.bench.word("bench.drive." + row.drive.state)
            color: States.colourOf(row.tone)
            font { pixelSize: 30; bold: true }
        }
    }

    Rectangle {
        width: parent.width
        height: 28
        radius: 14
        visible: row.isMoving
        color: "transparent"
        border { color: Tokens.line; width: 1 }

        Rectangle {
            width: Math.max(parent.height, parent.width * (row.drive.permil ?? 0) / 1000)
            height: parent.height
            radius: 14
            color: Tokens.teal
        }
    }

    Item {
        width: parent.width
        height: 34
        visible: row.isMoving

        Text {
            text: Math.floor((row.drive.permil ?? 0) / 10) + " %"
            color: Tokens.ink
            font { pixelSize: 28; bold: true }
        }

        Text {
            anchors.right: parent.right
            text: {
                const left = row.bench.duration(row.drive.remaining_s ?? 0);
                const speed = row.drive.bytes_per_second ? row.bench.capacity(row.drive.bytes_per_second) + "/s" : "";
                return [speed, left].filter(part => part !== "").join(" · ");
            }
            color: Tokens.muted
            font.pixelSize: 28
        }
    }

    // Why it is not erased, where the count below does not say it.
    Text {
        width: parent.width
        visible: text !== "" && !row.isMoving && !(row.drive.bad_sectors > 0)
        text: row.drive.reason ? row.bench.word("bench.why." + row.drive.reason) : ""
        color: Tokens.ink
        font.pixelSize: 28
        wrapMode: Text.WordWrap
    }

    Text {
        width: parent.width
        visible: (row.drive.bad_sectors ?? 0) > 0
        text: row.bench.word(row.drive.bad_sectors === 1 ? "bench.bad_one" : "bench.bad").replace("{count}", row.drive.bad_sectors ?? 0)
        color: Tokens.stop
        font { pixelSize: 28; bold: true }
    }
}
