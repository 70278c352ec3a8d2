import QtQuick
import Remise

/// A unit is done: what it is now, and on to the next.
Item {
    id: card

    property var result: ({})
    property var words: ({})

    readonly property string sign: result["sign"] ?? "go"

    signal continued()

    Column {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: next.top; bottomMargin: 24 }
        spacing: 24

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 20

            StateSign {
                anchors.verticalCenter: parent.verticalCenter
                sign: card.sign
                side: 72
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                text: card.result["title"] ?? ""
                strong: true
                color: States.colourOf(card.sign)
                font.pixelSize: 36
            }
        }

        Rectangle {
            width: parent.width
            height: parent.height - 96
            radius: Tokens.corner
            color: card.sign === "info" ? "#E8EFF8" : "#E8F3EB"

            Column {
                anchors.centerIn: parent
                width: parent.width - 48
                spacing: 10

                Said {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: card.result["code"] ?? ""
                    strong: true
                    font.pixelSize: 34
                    font.letterSpacing: 2
                    color: Tokens.muted
                }

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: card.result["icon"] ?? ""
                    side: Math.min(120, card.height * 0.17)
                }

                Said {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: card.result["text"] ?? ""
                    strong: true
                    font.pixelSize: 40
                }

                Said {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: card.result["where"] ?? ""
                    color: States.colourOf(card.sign)
                    font.pixelSize: 28
                }
            }
        }
    }

    MainAction {
        id: next

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        icon: "arrow-right"
        label: card.words["result.continue"] ?? ""
        onTouched: card.continued()
    }
}
