import QtQuick
import Remise

/// What was wrong, and the right thing: stays until it is touched or the right thing is scanned.
Touchable {
    id: card

    property var refusal: ({})
    property var words: ({})

    readonly property string againLabel: refusal["again"] ?? ""

    signal settled()
    signal begunAnew()

    touchLabel: words["refusal.close"] ?? ""
    fill: "#FBEBEA"
    edge: Tokens.stop
    border.width: 4
    onTouched: settled()

    Column {
        anchors { left: parent.left; right: parent.right; margins: 32; verticalCenter: parent.verticalCenter; verticalCenterOffset: card.againLabel === "" ? -24 : -72 }
        spacing: Math.min(28, card.height * 0.06)

        StateSign {
            anchors.horizontalCenter: parent.horizontalCenter
            sign: "stop"
            side: Math.min(128, card.height * 0.26)
        }

        Said {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: (card.refusal["text"] ?? "").replace(/([.?!]) (?=[A-ZÀÉÊ])/g, "$1\n")
            strong: true
            font.pixelSize: 32
            color: Tokens.stop
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: (card.refusal["expected"] ?? "") !== ""
            spacing: 16

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: card.refusal["expected"] ?? ""
                side: 64
            }

            Said {
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, card.width - 160)
                text: card.refusal["expectedText"] ?? ""
                font.pixelSize: 28
            }
        }
    }

    Understood {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        anchors.bottomMargin: card.againLabel === "" ? 20 : 132
        label: card.touchLabel
        colour: Tokens.stop
    }

    Touchable {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 20 }
        height: 92
        visible: card.againLabel !== ""
        touchLabel: card.againLabel
        onTouched: card.begunAnew()

        Said {
            anchors.centerIn: parent
            text: card.againLabel
            font.pixelSize: 28
        }
    }
}
