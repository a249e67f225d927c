"""What studies found: figures for counselling, each with its source and how it was read. They advise nothing.

Written from `clinical/guidelines-world.md` sections 6.6 and 11 and `clinical/evidence.md` section 3. A figure is a statement about the women of a study, never this
woman's chance; disputed ones say so. Figures that a guideline quotes stand on that guideline's own page.
"""

from __future__ import annotations

from dataclasses import dataclass

from fullterm.guidelines.model import Read
from fullterm.vocabulary import treatments
from fullterm.vocabulary.fact import Text
from fullterm.vocabulary.treatments import Treatment


@dataclass(frozen=True, slots=True)
class Figure:
    """One finding of one study: its row in `clinical/`, the treatments it speaks of, the sentence, the source."""

    row: str
    about: tuple[Treatment, ...]
    says: Text
    source: str
    read: Read


FIGURES: tuple[Figure, ...] = (
    Figure(
        "CN-IUA", (treatments.adhesiolysis,),
        Text(
            "Adhesions follow repeated abortion in 25-30%; after they are divided in severe disease they return in up to 62.5%, and 22.5-33.3% become pregnant.",
            "多次流产后宫腔粘连25%–30%;重度粘连分离术后再粘连可达62.5%,妊娠率22.5%–33.3%。",
        ),
        "宫腔粘连临床诊疗中国专家共识 (seleguide.yiigle.com)", "abstract",
    ),
    Figure(
        "DIG-COLLAGEN", (),
        Text(
            "A weak cervix is linked with disorders of collagen and uterine anomaly from birth, and with cone biopsy, loop excision, repeated dilatation, a long second stage and cervical injury; exposure to diethylstilbestrol was seen on a lay page only.",
            "宫颈机能不全与胶原异常、苗勒管畸形,以及锥切、LEEP、反复扩宫、第二产程过长、宫颈损伤有关;己烯雌酚暴露仅见于科普网页。",
        ),
        "review, medichub.ro 10381", "secondary",
    ),
    Figure(
        "DIG-CIN", (),
        Text(
            "After treatment for CIN, preterm birth before 37 weeks was 10.7% against 5.4% (RR 1.78, 1.60-1.98), before 32-34 weeks 3.5% against 1.4% (RR 2.40, 1.92-2.99), in 71 studies.",
            "CIN治疗后37周前早产10.7%对5.4%(RR 1.78,1.60–1.98),32–34周前3.5%对1.4%(RR 2.40,1.92–2.99);71项研究。",
        ),
        "Kyrgiou, BMJ 2016 (ichgcp.net)", "abstract",
    ),
    Figure(
        "DIG-CIN-DEPTH", (),
        Text(
            "Whether depth matters is disputed: a Danish cohort found 6% more per mm (OR 1.06, 1.03-1.09) and about four times the risk after two loop excisions; a British cohort found no effect of depth.",
            "切除深度的影响有争议:丹麦队列每毫米增6%(OR 1.06,1.03–1.09),两次及以上LEEP约4倍;一英国队列未见深度影响。",
        ),
        "Noehr 2009; obstetricsgynecology.eu", "abstract",
    ),
    Figure(
        "DIG-FULL-DILATATION", (treatments.abdominal_cerclage,),
        Text(
            "After a caesarean at full dilatation and a later loss or preterm birth, birth before 30 weeks came again in 12 of 29 against 5 of 37 (RR 3.06, 1.22-7.71); with a vaginal suture, after an emergency caesarean, in 17 of 56 against 5 of 154 (RR 9.4, 3.6-24.2). No guideline read here makes it a rule.",
            "宫口开全剖宫产且其后流产或早产者,再次30周前分娩12/29对5/37(RR 3.06,1.22–7.71);急诊剖宫产后行经阴道环扎者17/56对5/154(RR 9.4,3.6–24.2)。所读指南均未据此立规。",
        ),
        "10.1111/aogs.13160; 10.1111/aogs.13972", "abstract",
    ),
    Figure(
        "DIG-CERVIX-ABSENT", (treatments.abdominal_cerclage,),
        Text(
            "A congenitally short or surgically altered cervix as its own reason for the abdominal route stands only in reviews and in an insurer's policy (deeply traumatised, below 2.5 cm or amputated cervix), in no guideline read here.",
            "先天性短宫颈或术后宫颈作为经腹环扎的独立指征,仅见于综述与一保险机构政策(深度损伤、<2.5 cm或已切除),所读指南均无。",
        ),
        "review, medichub.ro 10381; Aetna CPB 0529", "secondary",
    ),
    Figure(
        "DIG-WORKUP-504", (),
        Text(
            "A cause was found in half of 504 mid-trimester losses, two causes in 10%, three in 1% (antiphospholipid syndrome, cervix, infection, uterine anomaly).",
            "504例中孕期流产中50%找到病因,10%有两种,1%有三种(抗磷脂综合征、宫颈、感染、子宫畸形)。",
        ),
        "Farquharson, quoted in victorzhang.cn 2017", "secondary",
    ),
    Figure(
        "DIG-PLACENTA", (),
        Text(
            "In the placentas of 14 losses before 22 weeks, abruption, malperfusion and chorioamnionitis led.",
            "14例22周前流产的胎盘以早剥、灌注不良与绒毛膜羊膜炎为主。",
        ),
        "PMC6876705", "abstract",
    ),
    Figure(
        "FIG-TRUST", (treatments.septum_resection,),
        Text(
            "In a trial of 80 women, resecting the septum did not improve the outcome; a cohort of the same group agrees.",
            "80例随机试验中纵隔切除未改善妊娠结局,同组队列一致。",
        ),
        "TRUST, Rikken 2021; PMC7368397", "abstract",
    ),
    Figure(
        "FIG-BERGHELLA", (treatments.ultrasound_cerclage,),
        Text(
            "With an earlier preterm birth and a cervix below 25 mm before 24 weeks, birth before 35 weeks was 28.4% (71/250) with cerclage and 41.3% (105/254) without (RR 0.70, 0.55-0.89); perinatal harm 15.6% against 24.8% (RR 0.64, 0.45-0.91).",
            "有早产史且24周前宫颈<25 mm者,35周前分娩环扎28.4%(71/250)对未环扎41.3%(105/254)(RR 0.70,0.55–0.89);围产儿不良结局15.6%对24.8%(RR 0.64,0.45–0.91)。",
        ),
        "Berghella 2011, 10.1097/AOG.0b013e31820ca847", "abstract",
    ),
    Figure(
        "FIG-OWEN", (treatments.ultrasound_cerclage,),
        Text(
            "By length: below 15 mm aOR 0.23 (0.08-0.66), 15-24 mm 0.84 (0.49-1.4); overall birth before 35 weeks 32% against 42% (p=0.09).",
            "按长度:<15 mm aOR 0.23(0.08–0.66),15–24 mm 0.84(0.49–1.4);总体35周前分娩32%对42%(p=0.09)。",
        ),
        "Owen 2009, PMC2768604", "abstract",
    ),
    Figure(
        "FIG-COCHRANE", (treatments.history_cerclage, treatments.ultrasound_cerclage),
        Text(
            "Any cerclage in singletons, 15 trials and 3490 women; perinatal death, known in 10 of them with 2927 women, RR 0.82 (0.65-1.04).",
            "单胎任何环扎,15项试验3490例;其中10项2927例报告围产儿死亡,RR 0.82(0.65–1.04)。",
        ),
        "Cochrane CD008991.pub3", "abstract",
    ),
    Figure(
        "FIG-EXAM", (treatments.rescue_cerclage,),
        Text(
            "With a cervix open 1-5 cm at 14-27 weeks: survival 71% against 43%, birth before 34 weeks 50% against 83%, 56.7 against 18.8 days to birth, 30.6 against 25.2 weeks at birth.",
            "14–27周宫口开1–5 cm:存活71%对43%,34周前分娩50%对83%,至分娩56.7对18.8天,分娩孕周30.6对25.2周。",
        ),
        "meta-analysis quoted by scite.ai", "secondary",
    ),
    Figure(
        "EV-AMNIO", (treatments.rescue_cerclage, treatments.amniocentesis),
        Text(
            "Where the amniotic fluid was examined first (70 women), infection or inflammation was found in 19%; survival was 62% with and 23% without a suture, 33 against 2 days to birth. With a suture and no infection 67% survived, born at 28 weeks; with infection 8%, born at 22.1 weeks.",
            "先行羊水检查者(70例),19%有感染或炎症;环扎与未环扎存活62%对23%,至分娩33对2天。无感染而环扎者存活67%、平均28周分娩;有感染者存活8%、22.1周分娩。",
        ),
        "Monckeberg, J Perinat Med 2019;47:500-9, 10.1515/jpm-2018-0388", "abstract",
    ),
    Figure(
        "EV-CSTICH2", (treatments.rescue_cerclage,),
        Text(
            "The trial now comparing the two was planned on the assumption that the pregnancy is lost in 60% without and 40% with a suture: an assumption, not a result.",
            "目前比较两者的临床试验按“未环扎丢失60%、环扎丢失40%”设计:这是设计假设,并非结果。",
        ),
        "C-STICH2 protocol, Trials 2021, 10.1186/s13063-021-05464-6", "abstract",
    ),
    Figure(
        "EV-HONGKONG", (treatments.rescue_cerclage,),
        Text(
            "In 47 cerclages of one hospital, women whose rescue suture was placed before 20 weeks gave birth at 22.5 weeks, from 20 weeks on at 34.1.",
            "一家医院47例环扎中,20周前紧急环扎者22.5周分娩,20周及以后者34.1周分娩。",
        ),
        "Chan LLK, HKMJ 2015;21:310-7", "abstract",
    ),
    Figure(
        "EV-KOREA", (treatments.rescue_cerclage,),
        Text(
            "In 56 women, birth before 34 weeks was 14.6% after a planned and 37.5% after an emergency suture; the pregnancy went on for 22.8 and 13.3 weeks.",
            "56例中,34周前分娩:计划性环扎14.6%,紧急环扎37.5%;妊娠分别延长22.8周与13.3周。",
        ),
        "CEOG 2020;47:262-7", "abstract",
    ),
    Figure(
        "EV-RUPTURE", (treatments.rescue_cerclage,),
        Text(
            "The membranes were ruptured during an emergency suture in 1 of 46 women in one series and in none of 16 in another.",
            "紧急环扎术中胎膜破裂:一组46例中1例,另一组16例中0例。",
        ),
        "Front Surg 2022, 928322; Locatelli, Am J Perinatol 1999, 10.1055/s-2007-993839", "abstract",
    ),
    Figure(
        "EV-SMALL", (treatments.rescue_cerclage,),
        Text(
            "Among babies below 1500 g, those whose mothers had a suture because the cervix had opened had more bleeding in the brain, eye disease of prematurity and chorioamnionitis.",
            "出生体重<1500 g的婴儿中,母亲因宫口已开而环扎者脑室内出血、早产儿视网膜病变与绒毛膜羊膜炎更多。",
        ),
        "Kuon RJ, PLoS One 2015, 0129104", "abstract",
    ),
    Figure(
        "EV-TWINS", (treatments.rescue_cerclage,),
        Text(
            "After an emergency suture, of the babies born alive and preterm 24 of 32 twins (75%) and 107 of 121 singletons (88%) left hospital alive; babies not born alive are not counted.",
            "紧急环扎后活产早产儿存活出院:双胎24/32(75%),单胎107/121(88%);未计未活产者。",
        ),
        "PMC6258419", "abstract",
    ),
    Figure(
        "EV-HEIGHT", (treatments.technique,),
        Text(
            "A suture 18 mm or more above the external os went with less preterm birth in studies a review quotes; most McDonald sutures do not reach it.",
            "一篇综述引用的研究中,缝线距宫颈外口≥18 mm者早产较少;多数McDonald环扎达不到此高度。",
        ),
        "review preprint, authorea 510138, citing Scheib and Miroshnichenko", "secondary",
    ),
    Figure(
        "EV-SIMULATOR", (treatments.technique,),
        Text(
            "On simulators 28 consultants placed 52 sutures at a mean height of 33 mm (SD 7.7), and in 7 of them at least one bite entered the canal. How often a bite too shallow or too deep fails in women was found in no study.",
            "在模拟器上,28位专家52次环扎的平均高度33 mm(标准差7.7),其中7次至少一针穿入宫颈管。进针过浅或过深在患者中的失败率未见研究报告。",
        ),
        "Am J Obstet Gynecol MFM 2023;5:100961", "abstract",
    ),
    Figure(
        "FIG-MAVRIC", (treatments.abdominal_cerclage, treatments.high_vaginal_cerclage),
        Text(
            "After a failed suture, birth before 32 weeks was 8% (3/39) with an abdominal and 33% (11/33) with a low vaginal one (RR 0.23, 0.07-0.76; NNT 3.9), fetal loss 3% against 21%; a high vaginal suture was no better (38%, 15/39).",
            "环扎失败后,32周前分娩:经腹8%(3/39),低位经阴道33%(11/33)(RR 0.23,0.07–0.76;NNT 3.9),胎儿丢失3%对21%;高位经阴道并不更好(38%,15/39)。",
        ),
        "MAVRIC, final article, 10.1016/j.ajog.2019.09.040", "abstract",
    ),
    Figure(
        "FIG-WHITTLE", (treatments.laparoscopic_route,),
        Text(
            "Laparoscopic cervico-isthmic cerclage: 89% of 67 pregnancies saved, 35.8 weeks on average; 7 of 65 operations converted.",
            "腹腔镜宫颈峡部环扎:67次妊娠89%获救,平均35.8周;65例手术7例中转。",
        ),
        "Whittle, scribd 40300182", "abstract",
    ),
    Figure(
        "FIG-INTERVAL", (treatments.laparoscopic_route,),
        Text(
            "Laparoscopic cerclage before conception (58 women) and in the first trimester (43) did not differ in a Chinese series; Liverpool, quoted by others, prefers before conception.",
            "腹腔镜环扎孕前(58例)与早孕期(43例)无差异(中国);利物浦倾向孕前(二手)。",
        ),
        "PMC4509266; victorzhang.cn for Liverpool", "abstract",
    ),
    Figure(
        "FIG-CL-AFTER", (treatments.serial_scans,),
        Text(
            "After cerclage the cervix at 3-6 days predicts best; after an ultrasound-indicated suture, 20 mm or less.",
            "环扎后第3–6天宫颈长度预测最佳;超声指征环扎后以≤20 mm为界。",
        ),
        "10.1186/s12884-016-0866-3", "abstract",
    ),
    Figure(
        "FIG-MARKERS", (treatments.white_count_crp, treatments.rescue_cerclage),
        Text(
            "Before an emergency suture, CRP below 4.0 mg/dL and white cells below 14,000 went with longer pregnancy; 17 women only.",
            "紧急环扎前CRP<4.0 mg/dL、白细胞<14000者孕期延长较久;仅17例。",
        ),
        "cn-healthcare.com", "secondary",
    ),
    Figure(
        "FIG-REST", (treatments.bed_rest,),
        Text(
            "Bed rest in twins: birth before 34 weeks RR 1.02 (0.66-1.58), no benefit, harm possible.",
            "双胎卧床:34周前分娩RR 1.02(0.66–1.58),无获益,可能有害。",
        ),
        "Cochrane quoted in zgkjsz.com 2022", "secondary",
    ),
    Figure(
        "DIG-CONSENSUS", (treatments.ultrasound_cerclage, treatments.vaginal_progesterone),
        Text(
            "Of ten guidelines, all list cerclage as an option for a singleton with history and a short cervix, most progesterone for a short cervix without history, and most no treatment in twins.",
            "十部指南中:单胎有病史且宫颈短者,全部列环扎为选项;无病史而宫颈短者,多数用孕酮;双胎,多数不主动治疗。",
        ),
        "review, 10.1186/s12884-022-04584-4", "abstract",
    ),
)  # fmt: skip
