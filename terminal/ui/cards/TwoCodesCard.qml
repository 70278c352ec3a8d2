pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// The machine on the bench is known under another code than the one that was scanned: both, large, and the
/// question whether they are two machines.
Item {
    id: card

    required property WorkScreen work
    required property var words

    Column {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: answers.top; bottomMargin: 20 }
        spacing: 16

        Repeater {
            model: [{"word": card.words["bench.two_scanned"], "icon": "scan", "codes": [card.work.unit["code"] ?? ""]},
                {"word": card.words["bench.two_known"], "icon": "list-details", "codes": card.work.knownAs}]

            Rectangle {
                id: line

                required property var modelData

                width: card.width
                height: 112
                radius: Tokens.corner
                color: "white"
                border { width: 2; color: Tokens.line }

                Icon {
                    id: picture

                    anchors { left: parent.left; leftMargin: 20; verticalCenter: parent.verticalCenter }
                    name: line.modelData["icon"]
                    colour: Tokens.teal
                    side: 52
                }

                Said {
                    id: word

                    anchors { left: picture.right; leftMargin: 16; verticalCenter: parent.verticalCenter }
                    text: line.modelData["word"] ?? ""
                    font.pixelSize: 26
                    color: Tokens.muted
                }

                Said {
                    anchors { left: word.right; right: parent.right; rightMargin: 20; verticalCenter: parent.verticalCenter }
                    horizontalAlignment: Text.AlignRight
                    text: line.modelData["codes"].join("\n")
                    strong: true
                    font.pixelSize: line.modelData["codes"].length > 1 ? 34 : 48
                    font.letterSpacing: 2
                    maximumLineCount: 2
                    elide: Text.ElideRight
                }
            }
        }
    }

    Row {
        id: answers

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.min(170, card.height - 270)
        spacing: 20

        AnswerTile {
            width: (card.width - parent.spacing) / 2
            height: parent.height
            label: card.words["bench.two_two"] ?? ""
            icon: "devices-pc"
            onTouched: card.work.confirmTwo()
        }

        AnswerTile {
            width: (card.width - parent.spacing) / 2
            height: parent.height
            label: card.words["bench.two_one"] ?? ""
            icon: "device-laptop"
            onTouched: card.work.admitOne()
        }
    }
}
