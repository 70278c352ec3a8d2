import QtQuick
import Remise

/// What was wrong, and the right thing: stays until it is touched or the right thing is scanned.
Touchable {
    id: card

    property var refusal: ({})
    property var words: ({})

    readonly property bool waits: refusal["sign"] === "wait"
    readonly property color colour: waits ? Tokens.wait : Tokens.stop
    readonly property string againLabel: refusal["again"] ?? ""

    signal settled()
    signal begunAnew()

    touchLabel: words["refusal.close"] ?? ""
    fill: waits ? "#FBF3E4" : "#FBEBEA"
    edge: colour
    border.width: 4
    onTouched: settled()

    Message {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top; margins: 12 }
        sign: card.waits ? "wait" : "stop"
        text: (card.refusal["text"] ?? "").replace(/([.?!]) (?=[A-ZÀÉÊ])/g, "$1\n")
        colour: card.colour

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

    Item {
        id: foot

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 20 }
        height: again.visible ? again.height : understood.height

        Understood {
            id: understood

            x: ((again.visible ? again.x : foot.width) - width) / 2
            anchors.verticalCenter: parent.verticalCenter
            label: card.touchLabel
            colour: card.colour
        }

        Touchable {
            id: again

            anchors.right: parent.right
            width: anew.implicitWidth + 56
            height: 92
            visible: card.againLabel !== ""
            touchLabel: card.againLabel
            onTouched: card.begunAnew()

            Said {
                id: anew

                anchors.centerIn: parent
                text: card.againLabel
                font.pixelSize: 28
            }
        }
    }
}
